import { Ctx, FieldResolver, Float, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, anyone, signedIn, viewerId } from '../kernel/authorize.ts';
import { mutate, payloadType } from '../kernel/mutation.ts';
import { User } from '../user/user.entity.ts';
import type { UserRow } from '../user/user.queries.ts';
import { DataExport, DataExportStatus } from './data-export.entity.ts';
import { dataExportOf, type DataExportRow } from './data-export.queries.ts';
import { requestDataExport } from './request-data-export.ts';

const RequestDataExportPayload = payloadType('RequestDataExportPayload', {
  dataExport: { type: () => DataExport, description: 'The archive: the one that is being made, when there is one.' },
});

@Resolver(() => DataExport)
export class DataExportResolver {
  @FieldResolver(() => Float, { nullable: true, description: 'Bytes; null when it is not ready.' })
  size(@Root() { size }: DataExportRow) {
    return size === null ? null : Number(size);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Its address on this server, `/files/data-exports/…`: with a token that has the scope `data:read`, or with the cookie of a signed-in ' +
      'browser, of its owner alone. Takes Range. Null when it is not ready.',
  })
  url(@Root() { id, status }: DataExportRow) {
    return status === DataExportStatus.READY ? `/files/data-exports/${id}` : null;
  }

  @Mutation(() => RequestDataExportPayload, {
    nullable: true,
    description:
      "Has an archive made of all that is the viewer's own: `User.dataExport` tells how far it is, and a mail when it is ready. " +
      'It can be downloaded for a day; another one takes its place. Asked for too often, it is RATE_LIMITED.',
  })
  @Access({ scope: 'data:read', rule: signedIn })
  requestDataExport(@Ctx() ctx: Context) {
    return mutate(
      ctx,
      (em) => requestDataExport({ em, services: ctx.services }, viewerId(ctx)),
      async () => ({ dataExport: await dataExportOf(ctx.db, viewerId(ctx)) }),
    );
  }
}

/** What archives add to a person. */
@Resolver(() => User)
export class UserDataExportResolver {
  @FieldResolver(() => DataExport, {
    nullable: true,
    description: "Their archive; null when none was asked for, when it is over, and unless one's own.",
  })
  @Access({ scope: 'data:read', rule: anyone })
  dataExport(@Root() { id }: UserRow, @Ctx() ctx: Context) {
    return ctx.viewer?.userId === id ? dataExportOf(ctx.db, id) : null;
  }
}
