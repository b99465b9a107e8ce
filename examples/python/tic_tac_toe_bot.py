"""A tic-tac-toe player for a Trellis club, over nothing but the published contract (/api/docs).

Needs python-socketio 5 and its asyncio client's aiohttp (Debian: python3-socketio python3-aiohttp).

    TRELLIS_TOKEN=… python3 tic_tac_toe_bot.py http://localhost:3000 [table]
"""

import asyncio
import os
import sys

import socketio

LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def completes(cells, seat):
    """The free cell of a line whose other two belong to this seat, or None."""
    for line in LINES:
        free = [cell for cell in line if cells[cell] is None]
        if len(free) == 1 and sum(cells[cell] == seat for cell in line) == 2:
            return free[0]
    return None


def choose(view):
    """Wins if it can, prevents a loss, else takes a good cell."""
    cells, me = view["board"]["cells"], view["viewer"]
    for seat in (me, 1 - me):
        cell = completes(cells, seat)
        if cell is not None:
            return {"cell": cell}
    return {"cell": next(cell for cell in (4, 0, 2, 6, 8, 1, 3, 5, 7) if cells[cell] is None)}


class Refused(Exception):
    """The club said no; the code is the contract's."""


class Bot:
    """Follows one table; acts whenever it owes a decision."""

    def __init__(self, url, token):
        self.url, self.token = url, token
        self.socket = socketio.AsyncClient()
        self.views = asyncio.Queue()
        self.table = None
        self.socket.on("table:view", self.views.put)
        # After a lost connection python-socketio comes back by itself: then the table is looked at again.
        self.socket.on("connect", self.look)

    async def ask(self, event, request):
        answer = await self.socket.call(event, request, timeout=8)
        if not answer["ok"]:
            raise Refused(answer["code"])
        return answer

    async def look(self):
        if self.table:
            answer = await self.ask("table:look", {"tableId": self.table})
            await self.views.put(answer["view"])

    async def play(self, table=None):
        """Plays one game to its end. Returns the last view."""
        await self.socket.connect(self.url, auth={"token": self.token}, transports=["websocket"])
        if table:
            await self.ask("table:sit", {"tableId": table, "seat": 1})
        else:
            table = (await self.ask("hall:play-now", {"game": "tic-tac-toe"}))["tableId"]
        self.table = table
        await self.look()
        acted = -1
        while True:
            view = await self.views.get()
            if view["id"] != table:
                continue
            if view["phase"] in ("finished", "free"):
                await self.socket.disconnect()
                return view
            if view["phase"] == "playing" and view["viewer"] in view["toAct"] and view["seq"] > acted:
                acted = view["seq"]
                try:
                    await self.ask(
                        "table:act", {"tableId": table, "after": acted, "action": choose(view)}
                    )
                except Refused as no:
                    # Another view is on its way.
                    if str(no) != "stale-view":
                        raise


async def main():
    url = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:3000"
    table = sys.argv[2] if len(sys.argv) > 2 else None
    view = await Bot(url, os.environ["TRELLIS_TOKEN"]).play(table)
    place = view["result"]["places"][view["viewer"]] if "result" in view else None
    print(f"Place {place} of 2")


if __name__ == "__main__":
    asyncio.run(main())
