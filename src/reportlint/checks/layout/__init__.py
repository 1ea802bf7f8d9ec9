"""TB, trình bày: page, fonts, paragraphs; only where the format carries them. And MS004, marks left in the file."""
