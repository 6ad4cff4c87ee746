import { reportCalls } from '@shared/contract/contract';
import { exposeBridge } from './expose';

exposeBridge('report', reportCalls, []);
