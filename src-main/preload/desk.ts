import { DESK_EVENTS, deskCalls } from '@shared/contract/contract';
import { exposeBridge } from './expose';

exposeBridge('desk', deskCalls, DESK_EVENTS);
