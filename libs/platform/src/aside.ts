import { Worker, parentPort } from 'node:worker_threads';
import { generalProblems } from './general.problems.js';

/** What a thread may cost: a job in seconds of work, however busy the machine is; all of it in megabytes of objects. */
interface Bounds {
  seconds: number;
  megabytes: number;
}

/** So many jobs wait at most; whoever comes then is asked to come again. */
const mostWaiting = 24;
/** After so many bytes a thread is begun anew: what its library remembers of files goes with it. */
const mostRead = 64 * 1024 * 1024;

/**
 * Reads what strangers send in a thread of its own, one job after the other, so that a file made to be slow holds up nobody else's
 * request. A job that takes longer than its bounds ends with its thread; the next one finds a new one.
 */
export class Aside<Job, Answer> {
  private readonly file: URL;
  private worker: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private read = 0;

  /** A file `name.worker.js` beside the module whose address is given; from TypeScript sources its compiled form. */
  constructor(
    name: string,
    beside: string,
    private readonly bounds: Bounds = { seconds: 8, megabytes: 384 },
  ) {
    this.file = new URL(name, beside.replace(/\/libs\/([a-z]+\/src\/[^?]*)\.ts$/, '/dist/libs/$1.js'));
  }

  /** What the thread answers, or null: it could not, within its bounds. */
  ask(job: Job, bytes = 0): Promise<Answer | null> {
    if (this.waiting >= mostWaiting) throw generalProblems.busy({ retryAfter: 10 });
    this.waiting += 1;
    const asked = this.last.then(() => this.next(job, bytes)).finally(() => (this.waiting -= 1));
    this.last = asked.catch(() => undefined);
    return asked;
  }

  async end(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }

  private async next(job: Job, bytes: number): Promise<Answer | null> {
    if (this.read > mostRead) await this.end();
    this.read = this.worker === null ? bytes : this.read + bytes;
    const worker = (this.worker ??= this.begin());
    const answer = await this.answerOf(worker, job);
    if (answer === null) await this.end();
    return answer;
  }

  private async answerOf(worker: Worker, job: Job): Promise<Answer | null> {
    let settle: (found: Answer | null) => void = () => undefined;
    const answer = new Promise<Answer | null>((done) => (settle = done));
    const gone = (): void => settle(null);
    worker.on('message', settle).on('exit', gone);
    let begun: number | null = null;
    const look = setInterval(() => {
      void workOf(worker).then((seconds) => {
        begun ??= seconds;
        if (seconds - begun > this.bounds.seconds) gone();
      });
    }, 200);
    worker.postMessage(job);
    return answer.finally(() => {
      clearInterval(look);
      worker.off('message', settle).off('exit', gone);
    });
  }

  private begin(): Worker {
    const limits = { maxOldGenerationSizeMb: this.bounds.megabytes };
    const worker = new Worker(this.file, { resourceLimits: limits, stdout: true, stderr: true });
    worker.unref();
    worker.on('error', () => undefined); // Its exit is what tells whoever waits.
    return worker;
  }
}

/** Seconds that a thread has worked; a thread that is gone works no more. */
const workOf = (worker: Worker): Promise<number> =>
  worker.cpuUsage().then(
    ({ user, system }) => (user + system) / 1e6,
    () => 0,
  );

/** What a thread does: it answers each job; null where reading threw. */
export function answerJobs<Job, Answer>(work: (job: Job) => Promise<Answer> | Answer): void {
  parentPort?.on('message', (job: Job) => {
    void Promise.resolve()
      .then(() => work(job))
      .catch(() => null)
      .then((answer) => parentPort?.postMessage(answer));
  });
}
