import './styles/tokens.css';
import './styles/base.css';
import './styles/forced-colors.css';
import { start } from './app/start.tsx';

// Not awaited: what it loads, a language for instance, needs this file to be through.
void start();
