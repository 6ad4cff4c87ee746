import { signingCalls } from '@shared/contract/contract';
import { exposeBridge } from './expose';

exposeBridge('signing', signingCalls, []);
