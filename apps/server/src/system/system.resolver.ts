import { Ctx, Extensions, FieldResolver, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access } from '../kernel/authorize.ts';
import { atMost } from '../kernel/operation-cost.ts';
import { System } from './system.ts';
import { CacheName, SystemCache } from './system-cache.ts';
import { SystemDatabase } from './system-database.ts';
import { canReadSystem } from './system.policy.ts';
import { cachesOf, databaseNow, storageNow, systemNow } from './system.queries.ts';
import { SystemStorage } from './system-storage.ts';

@Resolver(() => System)
export class SystemResolver {
  @Query(() => System, {
    nullable: true,
    description:
      'How the installation is at this moment. Its figures cost a fixed number of statements, and each part only when it is asked for.',
  })
  @Access({ scope: 'system:read', rule: canReadSystem })
  system(@Ctx() { services }: Context) {
    return systemNow(services);
  }

  @Extensions(atMost(Object.keys(CacheName).length))
  @FieldResolver(() => [SystemCache], { description: 'What the process that answers remembers.' })
  caches(@Ctx() { services }: Context) {
    return cachesOf(services);
  }

  @FieldResolver(() => SystemDatabase, { description: 'PostgreSQL, and the way to it.' })
  database(@Ctx() ctx: Context) {
    return databaseNow(ctx);
  }

  @FieldResolver(() => SystemStorage, { description: 'Uploaded files, and their disk.' })
  storage(@Ctx() ctx: Context) {
    return storageNow(ctx);
  }
}
