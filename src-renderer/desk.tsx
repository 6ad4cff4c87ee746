// Entry of the desk's page: asks for durable storage, then shows the app. Everything with an `if` lives in shell/.
import './bridge/no-code-generation';
import { createRoot } from 'react-dom/client';
import { deskBridge } from './bridge/desk';
import { askForDurableStorage } from './session/durable-storage';
import { App } from './shell/app';

void askForDurableStorage();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App bridge={deskBridge()} />);
