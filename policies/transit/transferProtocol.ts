import { rule } from "../rule";

export const transferProtocol = rule({
  id: "transfer-protocol",
  title: "File transfer servers do not offer plain FTP",
  family: "encryption-in-transit",
  severity: "critical",
  controls: ["164.312(e)(1)"],
  remediation: "Leave FTP out of protocols: SFTP, FTPS and AS2 are encrypted",
  types: ["aws:transfer/server:Server"],
  check: (server) => {
    const protocols = server.at("protocols");
    if (protocols.unknown) return protocols.later();
    return protocols.items.some((each) => each.text === "FTP")
      ? protocols.refuse("FTP sends files and passwords in clear text")
      : undefined;
  },
});
