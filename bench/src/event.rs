//! Events as API Gateway and the table's stream send them.

use std::collections::HashMap;
use std::net::Ipv4Addr;
use std::sync::atomic::{AtomicU32, Ordering};

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::{Map, Value, json};

/// A call of the HTTP API, payload format 2.0.
///
/// Every call comes from another source, as it would in life, so that none meets a limit.
pub(crate) fn http(method: &str, path: &str, headers: &[(&str, &str)], body: Option<&str>) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    static CALLS: AtomicU32 = AtomicU32::new(0x0a00_0000);
    let source = Ipv4Addr::from(CALLS.fetch_add(1, Ordering::Relaxed)).to_string();
    let mut all: Map<String, Value> = Map::new();
    all.insert("host".to_owned(), "id.example.org".into());
    all.insert("accept".to_owned(), "*/*".into());
    for (name, value) in headers {
        all.insert((*name).to_owned(), (*value).into());
    }
    let mut event = json!({
        "version": "2.0",
        "routeKey": format!("{method} {path}"),
        "rawPath": path,
        "rawQueryString": query,
        "headers": all,
        "isBase64Encoded": false,
        "requestContext": {
            "accountId": "123456789012",
            "apiId": "measured",
            "domainName": "id.example.org",
            "domainPrefix": "id",
            "http": { "method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": source, "userAgent": "measured" },
            "requestId": "Measured123=",
            "routeKey": format!("{method} {path}"),
            "stage": "$default",
            "time": "18/Nov/2026:11:06:40 +0000",
            "timeEpoch": 1_795_000_000_123_u64
        }
    });
    if let Some(body) = body {
        event["body"] = body.into();
    }
    event.to_string()
}

/// A record of the stream: an item that was not there before.
pub(crate) fn inserted(item: &HashMap<String, AttributeValue>) -> String {
    let image: Map<String, Value> = item
        .iter()
        .map(|(name, value)| (name.clone(), written(value)))
        .collect();
    let keys: Map<String, Value> = ["pk", "sk"]
        .map(|name| (name.to_owned(), image[name].clone()))
        .into_iter()
        .collect();
    let record = json!({
        "eventID": "measured",
        "eventName": "INSERT",
        "eventVersion": "1.1",
        "eventSource": "aws:dynamodb",
        "awsRegion": "eu-central-1",
        "dynamodb": {
            "ApproximateCreationDateTime": 1_795_000_000,
            "Keys": keys,
            "NewImage": image,
            "SequenceNumber": "100000000000000000001",
            "SizeBytes": 512,
            "StreamViewType": "NEW_AND_OLD_IMAGES"
        },
        "eventSourceARN": "arn:aws:dynamodb:eu-central-1:123456789012:table/usher/stream/2026-11-18T00:00:00.000"
    });
    json!({ "Records": [record] }).to_string()
}

/// A value as DynamoDB's JSON writes it, of the kinds that a person's item has.
pub(crate) fn written(value: &AttributeValue) -> Value {
    match value {
        AttributeValue::S(text) => json!({ "S": text }),
        AttributeValue::N(number) => json!({ "N": number }),
        AttributeValue::Bool(bool) => json!({ "BOOL": bool }),
        AttributeValue::Null(_) => json!({ "NULL": true }),
        AttributeValue::L(list) => json!({ "L": list.iter().map(written).collect::<Vec<_>>() }),
        AttributeValue::M(map) => {
            let map: Map<String, Value> = map.iter().map(|(name, value)| (name.clone(), written(value))).collect();
            json!({ "M": map })
        }
        _ => Value::Null,
    }
}
