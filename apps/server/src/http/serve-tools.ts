import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { type ASTVisitor, type DirectiveNode, parse, print, visit } from 'graphql';

/** The explorer's own policy: this origin alone, nothing inline but the styles that its editor makes. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What developers look at: the schema as text, and GraphiQL with all that it needs, so that it works without the internet. */
export function serveTools(schema: string, explorerDist: string): Router {
  const router = Router();
  router.get('/schema.graphql', serveSchema(schema));
  router.use('/graphiql', (_req, res, next) => {
    res.set('Content-Security-Policy', contentSecurityPolicy);
    next();
  });
  router.use(
    '/graphiql/assets',
    express.static(join(explorerDist, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false, index: false }),
  );
  const page = join(explorerDist, 'index.html');
  router.get('/graphiql', (_req, res, next) => {
    // While developing it may not be built; then there is nothing at this address.
    if (!existsSync(page)) next();
    else res.set('Cache-Control', 'no-cache').sendFile(page);
  });
  return router;
}

/** `?deprecated=hide` leaves out what is going away: documents that fit what is left will go on fitting. */
function serveSchema(schema: string): RequestHandler {
  const lasting = `${print(visit(parse(schema), withoutDeprecated))}\n`;
  return (req, res) => {
    res.set('Cache-Control', 'no-cache').type('text/plain');
    res.send(req.query['deprecated'] === 'hide' ? lasting : schema);
  };
}

const unlessDeprecated = ({ directives = [] }: { readonly directives?: readonly DirectiveNode[] | undefined }) =>
  directives.some(({ name }) => name.value === 'deprecated') ? null : undefined;

const withoutDeprecated: ASTVisitor = {
  FieldDefinition: unlessDeprecated,
  InputValueDefinition: unlessDeprecated,
  EnumValueDefinition: unlessDeprecated,
};
