import { createTransport } from 'nodemailer';

/** A mail as it leaves: the same in two forms. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The same whenever the same mail is sent again, so that who receives it can tell. */
  readonly id: string;
}

/** Seconds after which a mail server that says nothing is given up: far less than a job may take. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Sends mails by SMTP, one at a time: what could not be sent is an error, and the job that sent it tries again. */
export class Mailer {
  readonly #url: string | null;
  readonly #from: string;

  constructor({ url, from }: { url: string | null; from: string }) {
    this.#url = url;
    this.#from = from;
  }

  async send({ id, ...mail }: Mail): Promise<void> {
    if (this.#url === null) throw new Error('There is no mail server: set SMTP_URL.');
    const transport = createTransport({ url: this.#url, ...patience });
    try {
      const host = /@([^@>]+)>?$/.exec(this.#from)?.[1] ?? 'localhost';
      await transport.sendMail({
        ...mail,
        to: { name: '', address: mail.to },
        from: this.#from,
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    } finally {
      transport.close();
    }
  }
}
