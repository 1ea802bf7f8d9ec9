"""What the menu and the toolbar start."""

from __future__ import annotations

import unohelper
from com.sun.star.task import XJobExecutor
from reportlint_office import checking

NAME = "vn.reportlint.Job"


class Job(unohelper.Base, XJobExecutor):
    """`service:vn.reportlint.Job?check`, `?again` and `?language`."""

    def __init__(self, context, *_arguments):
        self._context = context

    def trigger(self, what):
        actions = {
            "check": checking.check,
            "again": checking.underline_again,
            "language": checking.set_language,
        }
        actions[what](self._context)


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Job, NAME, (NAME,))
