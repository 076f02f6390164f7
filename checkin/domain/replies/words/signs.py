"""Pictures and signs, which say the same in every language."""

from __future__ import annotations

from checkin.domain.replies.language import Language
from checkin.domain.replies.senses import Sense

SIGNS = Language(
    "",
    phrases={
        Sense.DANGER: "🆘, 🚑, 🚒, 🔥, 🚨, 🩸, 🤕 🩸, 112, 1 1 2, 113, 911, 999, sos",
        Sense.SAFE: "gezellig 🔥",
        Sense.JOKE: "😂, 🤣, 😜, 😝, 🤪",
        Sense.CHAT: "☎, 📞, 🙋, 📱, 🤙",
        Sense.WARM: "😢, 😭, 😞, 😔, ☹, 🙁, 💔, 😟, 😥, 😓, 😩",
        Sense.HELP: "🔧, 🛠, 🚰",
        Sense.UNSURE: "😡, 🤬, 🖕, 👎, 🙄, 🤔, 🤷, 😠",
        Sense.STOP: "🛑, ✋, ⛔, 🚫",
        Sense.NOT: "👎, ❌",
        Sense.POLITE: """
            👌, 🆗, ✅, 💯, 😊, 🙂, 😀, 😃, 😄, 😁, 😉, 😌, 😇, 🤗, ☺, 👍, 🙏, 🌹, 💐, 🌷, 🌸,
            🌺, 🌼, 🌻, ❤, ♥, 💕, 💖, 😘, 🥰, 😍, ☀, 🌞, 👋, 💛, 💙, 💚, 🧡, 💜, ♀, ♂, ✌, 🤞,
            💪, 🎉, 🥳, 😎, 😋, 🌈, 🍀, ✨, ⭐, 🫶, 🤝, 👏, ☕, 🎄, 🐱, 🐶
        """,
        Sense.KEY_CHAT: "1",
        Sense.KEY_HELP: "2",
        Sense.KEY_FINE: "3",
        Sense.KEY_STOP: "9",
        Sense.NUMBER: "<number>, <year>, <clock>, 0, 4, 5, 6, 7, 8",
        Sense.BEFORE_KEY: "n, no, nr, #",
    },
)
