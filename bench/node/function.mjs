// One `GetItem` with the AWS SDK, under a loop that speaks Lambda's Runtime API as Amazon's own runtime does.
import http from "node:http";
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";

const client = new DynamoDBClient({});
const key = JSON.parse(process.env.KEY);

async function handle() {
  const { Item } = await client.send(new GetItemCommand({ TableName: process.env.USHER_TABLE, Key: key }));
  return { statusCode: Item ? 200 : 404, body: JSON.stringify(Object.keys(Item ?? {})) };
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const [hostname, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");

function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, method, path: `/2018-06-01/runtime/${path}`, agent }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => resolve({ headers: response.headers, body: Buffer.concat(parts).toString() }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

async function serve() {
  for (;;) {
    const { headers, body } = await call("GET", "invocation/next");
    const answer = await handle(JSON.parse(body));
    await call("POST", `invocation/${headers["lambda-runtime-aws-request-id"]}/response`, JSON.stringify(answer));
  }
}

serve();
