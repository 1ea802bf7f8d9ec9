"""CT: spelling, doubled words, tone marks. Text in quotation marks is left alone unless a rule says otherwise."""
