"""The list of findings: a window that stays open beside the document; choosing an entry jumps to its place."""

from __future__ import annotations

import unohelper
from com.sun.star.awt import XActionListener, XItemListener, XTopWindowListener
from com.sun.star.awt.PosSize import POSSIZE

from reportlint_office import checking

SIGNS = {"error": "✖", "warning": "▲", "info": "·"}
WIDTH, HEIGHT = 300, 214
"""Size in the units of dialogs."""


def line_of(finding):
    """Return the line of a finding in the list."""
    where = finding["section"] or ""
    if finding["paragraph"]:
        where += f"{', ' if where else ''}đoạn {finding['paragraph']}"
    quote = finding["quote"] or "…"
    return f"{SIGNS[finding['severity']]} {finding['code']}  {where}  “{quote[:40]}”"


def summary(entry):
    """Return the line above the list."""
    count = {severity: sum(f["severity"] == severity for f in entry["findings"]) for severity in SIGNS}
    read = entry["counts"]
    found = f"Phải sửa {count['error']} · nên sửa {count['warning']} · xem xét {count['info']}"
    return f"{found}. Đã đọc {read['paragraphs']} đoạn, {read['sections']} mục, {read['citations']} viện dẫn."


class Listing:
    """One window for one document."""

    def __init__(self, context, document, entry, again):
        """Show the findings of an entry; `again` checks anew."""
        self._context, self._document, self._again = context, document, again
        self.findings = entry["findings"]
        self._build(summary(entry))
        self._fill()

    def close(self):
        """Take the window away."""
        self.window.setVisible(False)
        self.window.dispose()

    def chosen(self):
        """Return the finding that is chosen; None when there is none."""
        at = self._list.getSelectedItemPos()
        return self.findings[at] if 0 <= at < len(self.findings) else None

    def show_chosen(self):
        """Say what the chosen finding is about and jump to it."""
        finding = self.chosen()
        if finding is None:
            return
        lines = [f"[{finding['code']}] {finding['message']}"]
        if finding.get("fix"):
            lines.append(
                f"Sửa: {finding['fix']['title']}"
                + (" (cần xem lại)" if finding["fix"]["policy"] != "safe" else "")
            )
        if finding.get("source"):
            lines.append(
                f"Căn cứ: {finding['source'].get('name') or finding['source']['norm']}, {finding['source']['clause']}"
            )
        if not checking.jump(self._document, finding):
            lines.append("(Không tìm thấy chỗ này trong văn bản; có thể đã sửa, hoặc là phần còn thiếu.)")
        self._text.setText("\n".join(lines))
        self._button("fix").setEnable(self._mendable(finding))

    def fix_chosen(self):
        """Apply the fix of the chosen finding and take it off the list."""
        finding = self.chosen()
        if finding is None or not self._mendable(finding):
            return
        if checking.apply_fix(self._document, finding):
            at = self.findings.index(finding)
            del self.findings[at]
            self._fill()
            self._list.selectItemPos(min(at, len(self.findings) - 1), True)
            self.show_chosen()
        else:
            self._text.setText("Chỗ này đã thay đổi từ lúc kiểm tra; hãy bấm “Kiểm tra lại”.")

    def _mendable(self, finding):
        return bool((finding.get("fix") or {}).get("replacement"))

    def _build(self, title):
        factory = self._context.ServiceManager
        create = factory.createInstanceWithContext
        model = create("com.sun.star.awt.UnoControlDialogModel", self._context)
        model.Title, model.Width, model.Height = "Kiểm tra thể thức", WIDTH, HEIGHT
        _insert(model, "FixedText", "summary", 6, 6, WIDTH - 12, 10, Label=title)
        _insert(model, "ListBox", "list", 6, 18, WIDTH - 12, 110, Border=1)
        _insert(model, "Edit", "text", 6, 132, WIDTH - 12, 56, MultiLine=True, ReadOnly=True, VScroll=True)
        for i, (name, label) in enumerate((("fix", "Sửa"), ("again", "Kiểm tra lại"), ("close", "Đóng"))):
            _insert(model, "Button", name, 6 + 72 * i, 194, 68, 14, Label=label)
        self.window = create("com.sun.star.awt.UnoControlDialog", self._context)
        self.window.setModel(model)
        parent = self._document.CurrentController.Frame.ContainerWindow
        self.window.createPeer(parent.getToolkit(), parent)
        self._list, self._text = self.window.getControl("list"), self.window.getControl("text")
        self._list.addItemListener(_Chosen(self.show_chosen))
        for name, action in (("fix", self.fix_chosen), ("again", self._again), ("close", self.close)):
            self._button(name).addActionListener(_Pressed(action))
        self.window.addTopWindowListener(_Closing(self.close))
        size = parent.getPosSize()
        here = self.window.getPosSize()
        self.window.setPosSize(max(size.Width - here.Width - 40, 0), 120, here.Width, here.Height, POSSIZE)
        self.window.setVisible(True)

    def _button(self, name):
        return self.window.getControl(name)

    def _fill(self):
        self._list.getModel().StringItemList = tuple(line_of(f) for f in self.findings)
        self._button("fix").setEnable(False)
        if not self.findings:
            self._text.setText("Không có gì phải sửa.")


def _insert(model, kind, name, x, y, width, height, **more):
    control = model.createInstance(f"com.sun.star.awt.UnoControl{kind}Model")
    control.Name, control.PositionX, control.PositionY, control.Width, control.Height = (
        name,
        x,
        y,
        width,
        height,
    )
    for key, value in more.items():
        setattr(control, key, value)
    model.insertByName(name, control)


class _Listener(unohelper.Base):
    def __init__(self, action):
        self._action = action

    def disposing(self, event):
        pass


class _Pressed(_Listener, XActionListener):
    def actionPerformed(self, event):
        self._action()


class _Chosen(_Listener, XItemListener):
    def itemStateChanged(self, event):
        self._action()


class _Closing(_Listener, XTopWindowListener):
    def windowClosing(self, event):
        self._action()

    def windowOpened(self, event):
        pass

    def windowClosed(self, event):
        pass

    def windowMinimized(self, event):
        pass

    def windowNormalized(self, event):
        pass

    def windowActivated(self, event):
        pass

    def windowDeactivated(self, event):
        pass
