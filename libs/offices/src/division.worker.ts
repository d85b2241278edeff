import { parentPort } from 'node:worker_threads';
import { rowsOf } from './division-rows.js';

parentPort?.on('message', (text: string) => void rowsOf(text).then((read) => parentPort?.postMessage(read)));
