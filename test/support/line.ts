import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';

/** The line between a phone and the exchange, which can be cut: what a browser is told of it reaches its workers late. */
export class Line {
  private readonly ends = new Set<Socket>();
  private cut = false;

  private constructor(
    private readonly server: Server,
    readonly base: string,
  ) {}

  static async to(port: number): Promise<Line> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const line = new Line(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('connection', (near) => line.join(near, port));
    return line;
  }

  is(there: boolean): void {
    this.cut = !there;
    if (!there) for (const end of this.ends) end.destroy();
  }

  close(): void {
    this.is(false);
    this.server.close();
  }

  private join(near: Socket, port: number): void {
    if (this.cut) {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.ends.add(end);
      end.on('error', () => other.destroy());
      end.on('close', () => {
        this.ends.delete(end);
        other.destroy();
      });
      end.pipe(other);
    }
  }
}
