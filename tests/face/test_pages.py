"""The pages that need nobody and nothing."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/leave/", "/leave/how/", "/styleguide/"])
def test_a_page_for_strangers_opens(client, address):
    assert client.get(address).status_code == 200


def test_what_is_not_there_is_said_kindly(client):
    response = client.get("/groups/no-such-thing-at-all/and/more")

    assert response.status_code == 404
    assert "There is nothing at this address" in response.text
    assert reverse("leave") in response.text
