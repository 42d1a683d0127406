import './styles/tokens.css';
import './styles/base.css';
import './styles/forced-colors.css';
import { start } from './app/start.tsx';

await start();
