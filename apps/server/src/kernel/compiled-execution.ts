import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { type DocumentNode, execute, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { CacheFigures } from './process-figures.ts';

/** graphql-jit has a class of errors of its own; ours stands behind it as the cause. */
function asGraphQLError({ message, path, originalError }: GraphQLError): GraphQLError {
  const told = originalError instanceof GraphQLError ? { extensions: originalError.extensions } : {};
  return new GraphQLError(message, { ...told, ...(path ? { path } : {}), ...(originalError ? { originalError } : {}) });
}

const withOurErrors = ({ errors, ...result }: ExecutionResult): ExecutionResult =>
  errors === undefined ? result : { ...result, errors: errors.map(asGraphQLError) };

type Gateway = NonNullable<ApolloServerOptions<BaseContext>['gateway']>;

interface CompiledExecution {
  readonly gateway: Gateway;
  readonly figures: () => CacheFigures;
}

/**
 * Runs trusted documents compiled, everything else by graphql-js: a compilation costs more than many runs, so a stranger's text must not
 * buy one. It is a gateway by Apollo's name for who executes; nothing is federated.
 */
export function compiledExecution(schema: GraphQLSchema, trusted: ReadonlySet<string>): CompiledExecution {
  const compiled = new Map<string, CompiledQuery | null>();
  const counted = { hits: 0, misses: 0 };

  const compiledOf = (text: string, document: DocumentNode): CompiledQuery | null => {
    const known = compiled.get(text);
    if (known !== undefined) {
      counted.hits += 1;
      return known;
    }
    counted.misses += 1;
    const made = compileQuery(schema, document);
    const query = isCompiledQuery(made) ? made : null;
    compiled.set(text, query);
    return query;
  };

  const gateway: Gateway = {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({
      executor: async ({ document, source, context, operationName, request: { variables = {} } }) => {
        const query = trusted.has(source) ? compiledOf(source, document) : null;
        const result: ExecutionResult | undefined = await query?.query(undefined, context, variables);
        if (result?.data !== undefined) return withOurErrors(result);
        // Not compiled, or refused for its variables before anything ran: graphql-js says what is wrong in its own words.
        return execute({ schema, document, contextValue: context, variableValues: variables, operationName });
      },
    }),
    stop: async () => undefined,
  };
  return { gateway, figures: () => ({ entries: compiled.size, limit: trusted.size, ...counted }) };
}
