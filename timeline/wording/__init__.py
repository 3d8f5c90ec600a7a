"""Words for readers, in the language of the site: dates, strings of the interface, Markdown as safe HTML.

Pages and feeds say the same date in the same words because both take them from here.
"""
