"""Walks the grid of a Trellis club at random, and says what it sees: no account, plain events, no acknowledgements.

Needs python-socketio 5 and requests or websocket-client (Debian: python3-socketio python3-websocket).

    python3 grid_walker.py http://localhost:3000 [steps]
"""

import random
import sys
import threading

import socketio

NAMESPACE = "/grid-game"
DIRECTIONS = ("up", "down", "left", "right")


class Walker:
    def __init__(self):
        self.socket = socketio.Client()
        self.user_id = None
        self.world = {}
        self.people = 0
        self.stepped = threading.Event()
        for event, handler in {
            "message": self.greeted,
            "grid_status": self.world.update,
            "user_position": self.moved,
            "users_connected": self.counted,
        }.items():
            self.socket.on(event, handler, namespace=NAMESPACE)

    def greeted(self, message):
        self.user_id = message["userId"]
        print(f"I am {message['symbol']} on a board of {message['gridDimension']}")

    def moved(self, message):
        if message.get("remove"):
            self.world.pop(message["userId"], None)
            return
        self.world[message["userId"]] = {"pos": message["pos"], "symbol": message["symbol"]}
        if message["userId"] == self.user_id:
            self.stepped.set()

    def counted(self, people):
        self.people = people

    def walk(self, url, steps):
        """Takes so many steps, each after the one before was told to all. Returns the positions."""
        self.socket.connect(url, namespaces=[NAMESPACE], transports=["websocket"])
        if not self.stepped.wait(8):
            raise TimeoutError("The grid did not greet.")
        positions = [self.world[self.user_id]["pos"]]
        for _ in range(steps):
            self.stepped.clear()
            # At most 20 steps a second are taken.
            self.socket.sleep(0.06)
            direction = random.choice(DIRECTIONS)
            self.socket.emit("movement", {"direction": direction}, namespace=NAMESPACE)
            if not self.stepped.wait(8):
                raise TimeoutError("A step was not told.")
            positions.append(self.world[self.user_id]["pos"])
        self.socket.disconnect()
        return positions


if __name__ == "__main__":
    walker = Walker()
    way = walker.walk(
        sys.argv[1] if len(sys.argv) > 1 else "http://localhost:3000",
        int(sys.argv[2]) if len(sys.argv) > 2 else 20,
    )
    print(f"{walker.people} here; my way: {way}")
