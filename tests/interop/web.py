"""A browser without a window, and the people who use it."""

import html
import re
import time
import urllib.parse
import uuid

import requests

PASSWORD = "plum kettle ladder forty"


class Web:
    """It keeps our cookies, goes where answers lead, and sends the forms of pages."""

    def __init__(self, stack):
        self.stack = stack
        self.session = requests.Session()

    def open(self, link: str, form: dict | None = None):
        """The page that an address leads to, or the address where it leads away from us."""
        url = urllib.parse.urljoin(self.stack.url, link)
        for _ in range(10):
            if not url.startswith(self.stack.url + "/"):
                return url
            method = "GET" if form is None else "POST"
            answer = self.session.request(method, url, data=form, allow_redirects=False, timeout=10)
            if "location" not in answer.headers:
                return answer
            url, form = urllib.parse.urljoin(url, answer.headers["location"]), None
        raise AssertionError("in circles")

    def send(self, page, **typed):
        """Sends the form of a page with what a person fills in, and goes where that leads."""
        found = re.search(r'<main.*?<form method="post" action="([^"]*)"[^>]*>(.*?)</form>', page.text, re.DOTALL)
        assert found, f"{page.url} has no form: {page.text}"
        hidden = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', found[2])
        fields = {name: html.unescape(value) for name, value in hidden}
        return self.open(html.unescape(found[1]), fields | typed)

    def register(self, link: str, address: str | None = None) -> tuple[str, str]:
        """Registers somebody new on the way to an app: their address, and the one they come back to the app with."""
        address = address or f"{uuid.uuid4().hex}@example.org"
        form = self.open(link_to(self.open(link), "/register?"))
        typed = {"profile.firstName": "Zoë", "profile.lastName": "Müller", "email": address, "password": PASSWORD}
        assert self.send(form, **typed).status_code == 200
        links = mailed(self.stack, address)["links"]
        page = self.open(next(link for link in links if "/activate?token=" in link))
        done = self.send(page, confirm="yes")
        return address, self.open(link_to(done, "/authorize?"))


def link_to(page, path: str) -> str:
    links = [html.unescape(link) for link in re.findall(r'href="([^"]+)"', page.text)]
    return next(link for link in links if link.startswith(path))


def mailed(stack, address: str) -> dict:
    """The newest mail to an address, once there is one."""
    for _ in range(200):
        mails = requests.get(f"{stack.url}/_local/messages", params={"to": address}, timeout=10).json()
        if mails:
            return mails[0]
        time.sleep(0.05)
    raise AssertionError("no mail came")
