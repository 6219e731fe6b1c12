"""Whether CloudFormation takes the template, once SAM has made of it what it makes: it has limits on that, not on what we write."""

import json
import os
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")

import logging

from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

# https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
MOST_RESOURCES = 500
MOST_OCTETS = 1_000_000

logging.disable(logging.WARNING)
template = yaml_parse(open(sys.argv[1]).read())
# Where `sam build` puts what it has built.
template["Globals"]["Function"]["CodeUri"] = "s3://bucket/key"
made = Translator({}, Parser()).translate(template, {"Stage": "prod"})
resources, octets = len(made["Resources"]), len(json.dumps(made, indent=2))
if resources > MOST_RESOURCES or octets > MOST_OCTETS:
    sys.exit(f"{sys.argv[1]} makes {resources} resources of {MOST_RESOURCES} at most, and {octets} octets of {MOST_OCTETS}")
