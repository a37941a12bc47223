/** A command of the AWS SDK, as far as it is shown. */
interface SdkCommand {
  readonly input: object;
}

/** Sends calls to AWS and says each of them before; a dry run only says them. */
export interface Calls {
  readonly isDryRun: boolean;
  /**
   * Says `service Operation {input}` and sends it.
   *
   * @param pretended What a dry run answers, so that the calls that follow can be said as well: `<...>` where AWS decides.
   */
  readonly send: <Output>(
    service: string,
    command: SdkCommand,
    send: () => Promise<Output>,
    pretended: NoInfer<Output>,
  ) => Promise<Output>;
}

/** Properties whose values are nobody's business on a screen or in a log. */
const SECRET_KEYS = new Set([
  "Body",
  "SecretString",
  "TemporaryPassword",
  "Password",
  "MasterUserPassword",
  "PrivateKey",
]);

export function callsTo(say: (line: string) => void, isDryRun: boolean): Calls {
  return {
    isDryRun,
    send: (service, command, send, pretended) => {
      say(`${isDryRun ? "would call" : "calls"} ${service} ${operationOf(command)} ${shown(command.input)}`);
      return isDryRun ? Promise.resolve(pretended) : send();
    },
  };
}

const operationOf = (command: SdkCommand) => command.constructor.name.replace(/Command$/, "");

const shown = (input: object) =>
  JSON.stringify(input, (key, value: unknown) => (SECRET_KEYS.has(key) ? "[secret]" : value));
