import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { databaseUrl, tellReady } from './child.ts';

/** Our table `text` has the name of a type, which PostGraphile takes for the same thing. */
const tableNamedText: GraphileConfig.Plugin = {
  name: 'TableNamedText',
  version: '1.0.0',
  inflection: {
    replace: {
      classCodecName: (previous, _options, details) => previous?.(details).replace(/^text$/, 'textItem') ?? '',
    },
  },
};

/** As its documentation sets it up for production, on our tables as they are. */
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [tableNamedText],
  pgServices: [makePgService({ connectionString: databaseUrl, schemas: ['public', 'bench'], poolConfig: { max: 10 } })],
  grafserv: { watch: false, graphiql: false, graphqlPath: '/graphql' },
  grafast: { explain: false },
});

const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1');
await once(server, 'listening');
tellReady((server.address() as AddressInfo).port);
