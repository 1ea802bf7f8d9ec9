;;; emacs-talk.el --- run by test_emacs.py -*- lexical-binding: t; -*-
;; Opens the report, waits for findings, applies fixes, and writes what it saw as JSON.

(require 'json)
(require 'flymake)
(require 'reportlint)

(defvar talk-job (let ((json-object-type 'plist)) (json-read-file (getenv "REPORTLINT_JOB"))))

(defun talk-wait (what condition)
  (let ((end (+ (float-time) 20)))
    (while (and (not (funcall condition)) (< (float-time) end))
      (accept-process-output nil 0.05))
    (unless (funcall condition) (error "waited in vain for %s" what))))

(defun talk-findings ()
  (mapcar (lambda (d)
            (vector (line-number-at-pos (flymake-diagnostic-beg d))
                    (buffer-substring-no-properties (flymake-diagnostic-beg d) (flymake-diagnostic-end d))
                    (flymake-diagnostic-text d)))
          (sort (flymake-diagnostics)
                (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))

(setq reportlint-command (append (plist-get talk-job :server) nil)
      reportlint-settings (list :select (plist-get talk-job :select) :debounce 10)
      eglot-sync-connect 20
      flymake-no-changes-timeout 0.1
      make-backup-files nil)

(with-current-buffer (find-file-noselect (plist-get talk-job :file))
  (text-mode)
  (apply #'eglot (eglot--guess-contact))
  (talk-wait "findings" (lambda () (flymake-start) (= (length (flymake-diagnostics)) 3)))
  (let ((before (talk-findings)) actions)
    (goto-char (point-min))
    (search-forward "15/11")
    (setq actions (mapcar (lambda (a) (plist-get a :title))
                          (jsonrpc-request (eglot--current-server-or-lose) :textDocument/codeAction
                                           (list :textDocument (eglot--TextDocumentIdentifier)
                                                 :range (list :start (eglot--pos-to-lsp-position)
                                                              :end (eglot--pos-to-lsp-position))
                                                 :context (list :diagnostics [])))))
    (reportlint-fix-all)
    (eglot--signal-textDocument/didChange) ; an idle timer does it, and there are none in batch mode
    (talk-wait "the fixes" (lambda () (flymake-start) (= (length (flymake-diagnostics)) 1)))
    (save-buffer)
    (let ((coding-system-for-write 'utf-8))
      (with-temp-file (plist-get talk-job :answer)
        (insert (json-encode (list :before (vconcat before) :actions (vconcat actions))))))))
(kill-emacs 0)
;;; emacs-talk.el ends here
