// Gives the tenant an identity provider, as its back office does.
import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Sets acme's connections, after what `change` does to the document. */
export async function connect(stack, connections, change = () => {}) {
  const document = await stack.call("GET", "/v1/tenant");
  document.connections = connections;
  change(document);
  const file = join(await mkdtemp(join(tmpdir(), "usher-")), "tenant.json");
  await writeFile(file, JSON.stringify(document));
  const environment = { ...process.env, USHER_URL: stack.url };
  await promisify(execFile)(process.env.USHER, ["tenants", "apply", "-f", file], { env: environment });
}
