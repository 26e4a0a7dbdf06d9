"""Hints of other processes, through Redis. Losing it costs half a second and nothing else."""

import asyncio
import logging
from collections.abc import Callable

import redis.asyncio
from redis.exceptions import RedisError

from community import live

log = logging.getLogger(__name__)


async def listen_to_redis(url: str, hear: Callable[[live.Hint], None]) -> None:
    """Gives every hint to `hear`, for good; comes back by itself when Redis does."""
    rest = 0.2
    while True:
        client = redis.asyncio.Redis.from_url(url, socket_timeout=30, socket_connect_timeout=2)
        try:
            async with client.pubsub(ignore_subscribe_messages=True) as channel:
                await channel.subscribe(live.CHANNEL)
                rest = 0.2
                with live.hearing_through_redis():
                    await _listen(channel, hear)
        except (RedisError, OSError) as error:
            log.warning("no hints from other processes for now: %s", type(error).__name__)
        finally:
            await client.aclose()
        await asyncio.sleep(rest)
        rest = min(2.0, rest * 2)


async def _listen(channel: redis.asyncio.client.PubSub, hear: Callable[[live.Hint], None]) -> None:
    while True:
        message = await channel.get_message(timeout=10)
        if message is not None and (hint := live.parse(message["data"])) is not None:
            hear(hint)
