import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import type { GraphQLSchema } from 'graphql';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Services } from '../context.ts';
import { errorFormatter } from '../kernel/error-formatter.ts';
import { liveLimits, SocketPlaces } from './live-limits.ts';
import { type Live, LiveSocket } from './live-socket.ts';
import { isOwnOrigin } from './own-origin.ts';

/** A peer that has gone without a word is noticed after two of these. */
const pingEveryMs = 12_000;

/** What would rather speak another protocol, as curl does by `Upgrade: h2c`, is answered in the one it has. */
export const asksForSocket = ({ headers }: IncomingMessage): boolean => headers.upgrade?.toLowerCase() === 'websocket';

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function keepAlive(socket: WebSocket): void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const pinging = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    return socket.ping();
  }, pingEveryMs).unref();
  socket.on('close', () => clearInterval(pinging));
}

/** Subscriptions by graphql-transport-ws, at the path and port of the API. The answer ends all sockets, and takes no new ones. */
export function serveLive(http: Server, services: Services, schema: GraphQLSchema): () => void {
  const live: Live = { services, schema, format: errorFormatter(services.logger), places: new SocketPlaces() };
  const upgrades = new WebSocketServer({ noServer: true, maxPayload: liveLimits.messageBytes, handleProtocols });
  const open = new Set<LiveSocket>();
  let isStopping = false;
  services.figures.live = () => ({
    sockets: open.size,
    people: live.places.people,
    subscriptions: [...open].reduce((sum, { subscriptions }) => sum + subscriptions, 0),
  });

  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split('?')[0] !== '/graphql') return refuse(socket, '404 Not Found');
    if (isStopping) return refuse(socket, '503 Service Unavailable');
    if (!isOwnOrigin(request.headers.origin, services.env.PUBLIC_URL)) return refuse(socket, '403 Forbidden');
    return upgrades.handleUpgrade(request, socket, head, (webSocket) => {
      keepAlive(webSocket);
      const each = new LiveSocket(live, webSocket, request);
      open.add(each);
      webSocket.on('close', () => open.delete(each));
    });
  });

  return () => {
    isStopping = true;
    for (const each of open) each.close(1001, 'Going away');
  };
}
