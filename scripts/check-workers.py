"""What no journey over HTTP shows of a deployed stack: its workers, and what its functions count."""

import json
import os
import sys
import time
import urllib.request

import boto3

stack, gateway, host = sys.argv[1:]
resources = {
    one["LogicalResourceId"]: one["PhysicalResourceId"]
    for one in boto3.client("cloudformation").describe_stack_resources(StackName=stack)["StackResources"]
}


def say(text):
    print(f"test-deploy: {text}")


def until(what, holds):
    for _ in range(100):
        if found := holds():
            return found
        time.sleep(0.1)
    sys.exit(f"test-deploy: waited in vain for {what}")


def key_ids():
    request = urllib.request.Request(f"{gateway}/.well-known/jwks.json", headers={"host": host})
    return {key["kid"] for key in json.load(urllib.request.urlopen(request))["keys"]}


def people():
    table = boto3.resource("dynamodb").Table(resources["Table"])
    return [item for item in table.scan()["Items"] if "em" in item and item.get("dl")]


def counted():
    logs, steps = boto3.client("logs"), set()
    for group in logs.describe_log_groups(logGroupNamePrefix=f"/usher/{stack}/")["logGroups"]:
        for event in logs.filter_log_events(logGroupName=group["logGroupName"])["events"]:
            for line in event["message"].splitlines():
                if '"_aws"' in line:
                    steps.add(json.loads(line[line.index("{") :])["Step"])
    return steps


say("the worker key-rotation replaces the keys that sign, on demand")
before = key_ids()
answer = boto3.client("lambda").invoke(
    FunctionName=resources["KeyRotation"], Payload=json.dumps({"replace": "signers"})
)
if "FunctionError" in answer:
    sys.exit(f"test-deploy: it failed: {answer['Payload'].read()}")
if not key_ids() - before:
    sys.exit("test-deploy: the published keys are those of before")

say("the worker mail-feedback notes that a mail has arrived")
person = people()[0]
asked = str(person["dl"][-1]["q"])
notice = {
    "eventType": "Delivery",
    "mail": {"destination": [person["em"]], "tags": {"tenant": [person["t"]], "asked": [asked]}},
    "delivery": {"timestamp": time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime())},
}
boto3.client("sns").publish(TopicArn=resources["MailNotes"], Message=json.dumps(notice))
until("the note", lambda: any(one["pk"] == person["pk"] and "d" in one["dl"][-1] for one in people()))

say("the functions count the funnel in their logs")
wanted = {"provisioned", "mail_sent", "mail_delivered", "verified", "registered", "active"}
until(f"all steps: {sorted(wanted - counted())} are missing", lambda: wanted <= counted())
