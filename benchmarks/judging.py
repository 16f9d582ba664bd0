"""What it costs to judge a message, against the patterns one would write in an afternoon.

Every stream is judged once and never again, so that no cache of whole messages helps anybody. One line in ten of a
stream names a tool; `chatter` are the others. Where scikit-learn is installed, a model of its own kind takes part:
words and letters weighted by frequency, logistic regression, learned from the same corpus.
"""

import json
import re
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from statistics import median

from benchmarks.measure import report, stop_watch
from benchmarks.stream import long_messages, messages
from dialogs.interception.gate import hints
from dialogs.interception.judge import judge
from scripts.train_judge import CORPUS

STREAMS = 9

ACTS_EN = "we need,we should have,let's create,let's launch,set up,roll out,start,build,introduce,get us"
ACTS_FR = "il nous faut,il faudrait,on devrait lancer,créons,lançons,mettre en place,déployer,ouvrir,monter,créer"
TOOLS_EN = "slack,teams,yammer,wiki,newsletter,chatbot,portal,forum,community,intranet"
TOOLS_FR = "slack,teams,yammer,wiki,une newsletter,un chatbot,portail,un forum,communauté,intranet"


def naive() -> Callable[[str], object]:
    """One pattern of 200 alternatives, ten acts by ten tools in each language, as first written."""
    pairs = ((ACTS_EN, TOOLS_EN), (ACTS_FR, TOOLS_FR))
    phrases = [
        rf"{act} (?:\w+ )?{tool}" for acts, tools in pairs for act in acts.split(",") for tool in tools.split(",")
    ]
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE).search


def two_step() -> Callable[[str], object]:
    """Lower the text once, look for acts, and for a tool just behind each: what is cheap with `re`."""
    act = re.compile("|".join(f"{ACTS_EN},{ACTS_FR}".split(",")))
    tool = re.compile("|".join(f"{TOOLS_EN},{TOOLS_FR}".split(",")))

    def detect(text: str) -> object:
        lowered = text.lower()
        return any(tool.search(lowered, hit.end(), hit.end() + 25) for hit in act.finditer(lowered))

    return detect


def learned() -> Callable[[str], object]:
    """What scikit-learn's own parts make of the training rows."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline, make_union

    rows = [json.loads(row) for path in sorted(CORPUS.glob("train*.jsonl")) for row in path.read_text().splitlines()]
    features = make_union(TfidfVectorizer(ngram_range=(1, 2)), TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5)))
    model = make_pipeline(features, LogisticRegression(C=10, max_iter=1000))
    model.fit([row["text"] for row in rows], [row["label"] == "TOOL_FIRST" for row in rows])
    return lambda text: model.predict([text])


def microseconds(detect: Callable[[str], object], texts: Sequence[str]) -> float:
    """CPU time for each text of one stream."""
    with stop_watch() as laps:
        for text in texts:
            detect(text)
    return laps[0].cpu / len(texts) * 1e6


def main() -> None:
    """The detectors in turn on each stream, and the median of each."""
    detectors = {"judge": judge, "naive": naive(), "two_step": two_step()}
    if find_spec("sklearn"):
        detectors["sklearn"] = learned()
    mixed = [messages(seed) for seed in range(STREAMS)]
    streams = {
        "us": mixed,
        "chatter_us": [[text for text in stream if not hints(text).words] for stream in mixed],
        "4000_us": [long_messages(-1 - seed) for seed in range(STREAMS)],
    }
    for detect in detectors.values():
        microseconds(detect, messages(-1))
    laps: dict[str, list[float]] = {}
    for unit, texts in streams.items():
        for stream in texts:
            for name, detect in detectors.items():
                laps.setdefault(f"{name}_{unit}", []).append(microseconds(detect, stream))
    report({name: median(values) for name, values in laps.items()})


if __name__ == "__main__":
    main()
