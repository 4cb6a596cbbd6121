"""What Sam writes: a clean mail, and for each of the seven mistakes a plain one."""

from __future__ import annotations

CLEAN = """
Dear Jo,

Thank you for showing me the office on Tuesday. I liked how your team reads each other's work before it goes out.

The report that you asked for is on its way by post. I look forward to hearing from you.

Kind regards,
Sam Lee
"""

NUDGE = """
Dear Jo,

Thank you for considering my application. I am writing to ask whether there is any news about the analyst role.

Kind regards,
Sam Lee
"""

LETTERS = {
    "frequency": NUDGE,
    "social-media": """
Dear Jo,

Thank you for your time this morning. I have just sent you a friend request on Facebook, so please add me.

Kind regards,
Sam Lee
""",
    "presumption": """
Dear Jo,

Thank you for the interview yesterday. I have already told my landlord that I got the job, and I will see you on my
first day on Monday.

Kind regards,
Sam Lee
""",
    "thanks": """
Dear Jo,

Is there any news on the analyst role? I interviewed with you and Mr Patel on Tuesday.

Kind regards,
Sam Lee
""",
    "negativity": """
Dear Jo,

Thank you for the interview. It is ridiculous that you still have not replied, and I am sick of waiting for people who
can't be bothered to write back.

Kind regards,
Sam Lee
""",
    "sloppiness": """
Dear [Name],

Thank you for your time last week. I would be glad to tell you more about my work at any time.

Kind regards,
Sam Lee
""",
    "other-offers": """
Dear Jo,

Thank you for the interview. I have received a job offer from another company, and they need my answer by Friday.

Kind regards,
Sam Lee
""",
}
"""Each mistake, and a mail to a recruiter who has it. `frequency` is one only where somebody was written to lately."""
