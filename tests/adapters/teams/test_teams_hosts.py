import pytest

from adapters.teams.hosts import MICROSOFT, Hosts


@pytest.mark.parametrize("host", sorted(MICROSOFT))
def test_the_token_goes_to_teams(host: str) -> None:
    for url in (
        f"https://{host}/emea/",
        f"https://{host}",
        f"https://{host}:443/x/y-z_1.2~3/",
        f"HTTPS://{host.upper()}/",
    ):
        assert Hosts().allow(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net:8443/emea/",
        "https://smba.trafficmanager.net.evil.example/",
        "https://evil.trafficmanager.net/",
        "https://evilsmba.trafficmanager.net/",
        "https://smba.trafficmanager.net./",
        "https://smba.trafficmanager.net@evil.example/",
        "https://smba.trafficmanager.net:443@evil.example/",
        "https://user@smba.trafficmanager.net/",
        "https://evil.example/smba.trafficmanager.net/",
        "https://evil.example#https://smba.trafficmanager.net/",
        "https://evil.example\\@smba.trafficmanager.net/",
        "https://smba.trafficmanager.net\\.evil.example/",
        "https://smba.trafficmanager.net/?x=@evil.example",
        "https://smba.trafficmanager.net/\n.evil.example",
        "https://smba.trafficmanager.net\t.evil.example/",
        " https://smba.trafficmanager.net/",
        "https://smba.trafficmanager.net/\n",
        "https://smba.trafficmanager.nеt/",
        "//smba.trafficmanager.net/",
        "ftp://smba.trafficmanager.net/",
        "https://127.0.0.1/",
        "http://localhost/",
        "http://169.254.169.254/metadata",
        "https://",
        "",
    ],
)
def test_and_to_nobody_else(url: str) -> None:
    assert not Hosts().allow(url)


def test_an_operator_may_allow_a_host_by_its_whole_name() -> None:
    hosts = Hosts(["Smba.Onyx.Prod.Teams.Trafficmanager.net"])
    assert hosts.allow("https://smba.onyx.prod.teams.trafficmanager.net/emea/")
    assert not hosts.allow("http://smba.onyx.prod.teams.trafficmanager.net/emea/")
    assert not hosts.allow("https://x.smba.onyx.prod.teams.trafficmanager.net/emea/")
    assert hosts.allow("https://smba.trafficmanager.net/emea/")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_only_this_machine_may_be_spoken_to_without_tls_and_only_when_it_is_named(host: str) -> None:
    assert Hosts([host]).allow(f"http://{host}:54321/emea/tenant/")
    assert Hosts([host]).allow(f"http://{host}/_connector")
    assert not Hosts([host]).allow("http://127.0.0.2:54321/")
    assert not Hosts([host]).allow(f"http://{host}:54321@evil.example/")
