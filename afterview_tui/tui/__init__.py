"""The full-screen app: screens, panes and dialogs on top of the layers below."""
