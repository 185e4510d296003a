import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { User } from '../user/user.entity.ts';

export type LinkPurpose = 'reset_password' | 'choose_password' | 'confirm_email';

/** A link in a mail: good once and for a while. Its secret is kept as a hash alone. */
@Entity()
export class MailLink {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => User, { mapToPk: true })
  userId!: string;

  @Property({ type: 'text' })
  purpose!: LinkPurpose;

  @Property({ type: 'text' })
  email!: string;

  @Property({ type: 'text' })
  secretHash!: string;

  @Property({ type: 'datetime' })
  expiresAt!: Date;
}
