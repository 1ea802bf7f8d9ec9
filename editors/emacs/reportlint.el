;;; reportlint.el --- Check Vietnamese administrative reports while you type -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "26.1") (eglot "1.9"))

;;; Commentary:

;; Runs `reportlint lsp' through eglot (built in since Emacs 29, a package before).
;;
;;   (require 'reportlint)
;;   (add-hook 'markdown-mode-hook #'eglot-ensure)
;;   (add-hook 'text-mode-hook #'eglot-ensure)
;;
;; Findings are shown by flymake, fixes by `eglot-code-actions', rules by eldoc.

;;; Code:

(require 'eglot)

(defgroup reportlint nil
  "Check Vietnamese administrative reports."
  :group 'tools)

(defcustom reportlint-command '("reportlint" "lsp")
  "How to start the language server."
  :type '(repeat string))

(defcustom reportlint-settings nil
  "Settings as a property list, such as (:lang \"en\" :ignore [\"CT\"])."
  :type 'plist)

(defclass reportlint-server (eglot-lsp-server) ()
  :documentation "The language server of reportlint.")

(cl-defmethod eglot-initialization-options ((_server reportlint-server))
  "Send the settings with the first message."
  (or reportlint-settings eglot--{}))

(add-to-list 'eglot-server-programs
             `((text-mode markdown-mode)
               . ,(lambda (&rest _) (cons 'reportlint-server reportlint-command))))

(defun reportlint--execute (command &rest arguments)
  "Run COMMAND of the server with ARGUMENTS and return its answer."
  (jsonrpc-request (eglot--current-server-or-lose) :workspace/executeCommand
                   (list :command command :arguments (vconcat arguments))))

(defun reportlint--uri ()
  "Return the address of this buffer."
  (plist-get (eglot--TextDocumentIdentifier) :uri))

;;;###autoload
(defun reportlint-fix-all ()
  "Apply every safe fix."
  (interactive)
  (let ((eglot-confirm-server-initiated-edits nil)) ; the command is the confirmation
    (message "reportlint: đã sửa %s chỗ"
             (plist-get (reportlint--execute "reportlint.fixAll" (reportlint--uri)) :edits))))

;;;###autoload
(defun reportlint-rule (code)
  "Show the page of the rule CODE."
  (interactive "sMã quy tắc: ")
  (let ((page (plist-get (reportlint--execute "reportlint.rulePage" code) :markdown)))
    (with-current-buffer (get-buffer-create (format "*reportlint %s*" code))
      (let ((inhibit-read-only t))
        (erase-buffer)
        (insert page))
      (goto-char (point-min))
      (view-mode 1)
      (display-buffer (current-buffer)))))

;;;###autoload
(defun reportlint-cites ()
  "List the documents that this report cites, with the lines of their mentions."
  (interactive)
  (let ((cited (reportlint--execute "reportlint.cites" (reportlint--uri))))
    (with-current-buffer (get-buffer-create "*reportlint cites*")
      (let ((inhibit-read-only t))
        (erase-buffer)
        (seq-doseq (one cited)
          (insert (format "%-40s %s\n" (plist-get one :document)
                          (mapconcat (lambda (mention)
                                       (number-to-string
                                        (1+ (plist-get (plist-get (plist-get mention :range) :start) :line))))
                                     (plist-get one :mentions) ", ")))))
      (goto-char (point-min))
      (view-mode 1)
      (display-buffer (current-buffer)))))

(provide 'reportlint)
;;; reportlint.el ends here
