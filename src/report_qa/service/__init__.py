"""The service: the contract over HTTP, and the pages."""

from report_qa.service.app import create_app

__all__ = ["create_app"]
