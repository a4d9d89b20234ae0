"""The content security policy of each page, and the header file for hosts that read one."""

import base64
import hashlib
import re

INLINE_SCRIPT = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*\btype=\"?application/)[^>]*>(.*?)</script>", re.DOTALL
)
INLINE_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
STYLE_ATTRIBUTE = re.compile(r"<[^>]*\sstyle=[^>]*>")
WORKER_POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'"
CHARSET = '<meta charset="utf-8">'


def protect(page: str, *, python: bool = False) -> str:
    """The page with its policy right after the charset; `python` where WebAssembly may run."""
    policy = page_policy(page, python=python)
    meta = f'{CHARSET}\n<meta http-equiv="Content-Security-Policy" content="{policy}">'
    if CHARSET not in page:
        msg = f"a page without {CHARSET} has no place for its content security policy"
        raise ValueError(msg)
    return page.replace(CHARSET, meta, 1)


def page_policy(page: str, *, python: bool) -> str:
    """Everything from our own origin only, and of inline scripts and styles just those on this page."""
    scripts = [*_hashes(INLINE_SCRIPT, page), *(["'wasm-unsafe-eval'"] if python else [])]
    return "; ".join(
        [
            "default-src 'self'",
            " ".join(["script-src 'self'", *scripts]),
            " ".join(["style-src 'self'", *_hashes(INLINE_STYLE, page)]),
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'none'",
        ]
    )


def headers(build: str | None) -> str:
    """`_headers` as Netlify and Cloudflare Pages read it; `build` is the simulator's directory name."""
    rules = {
        "/*": [
            "X-Content-Type-Options: nosniff",
            "Referrer-Policy: same-origin",
            "Content-Security-Policy: frame-ancestors 'self'",
        ],
        "/assets/look/*": ["Cache-Control: public, max-age=31536000, immutable"],
    }
    if build:
        # A worker has the policy of its own response, not that of the page which starts it.
        rules[f"/simulator/{build}/*"] = [
            "Cache-Control: public, max-age=31536000, immutable",
            f"Content-Security-Policy: {WORKER_POLICY}",
        ]
    return "".join(f"{path}\n" + "".join(f"  {line}\n" for line in lines) for path, lines in rules.items())


def _hashes(pattern: re.Pattern[str], page: str) -> list[str]:
    bodies = dict.fromkeys(match.group(1) for match in pattern.finditer(page))
    return [
        f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'" for body in bodies
    ]
