"""DL, đọc tệp: what reading the file brought to light."""
