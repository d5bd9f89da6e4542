"""Replays the acts of a ledger that bear on results, as docs/reference/bundle.md lists them; every other act changes
nothing here. Shares no code with heng.
"""
import bundle_score
from bundle_score import parse_decimal, print_decimal


class Differs(Exception):
    """A published result is not what the facts give."""


class Year:
    def __init__(self, year):
        self.year = year
        self.drafts, self.editions = {}, []
        self.exempt = set()
        self.findings = {}       # seq → finding, in ledger order
        self.scores, self.entries = {}, {}
        self.circumstances, self.misconduct = {}, {}
        self.rechecks = {}
        self.documents = []
        self._schemes = {}

    def scheme(self, day):
        """By the last edition issued of those that hold on `day`, or None."""
        drafts = [draft for since, draft in self.editions if since <= day]
        if not drafts:
            return None
        draft = drafts[-1]
        if draft not in self._schemes:
            self._schemes[draft] = bundle_score.Scheme(self.drafts[draft])
        return self._schemes[draft]

    def bearing(self, scheme, unit, vetoed):
        """(best grade left, serious, lowered by) from confirmed circumstances, vetoes and decided misconduct."""
        bars = scheme.bars()
        best, serious, lowered = 0, False, 0
        fraud = int(scheme.merged["grading"].get("fraud_lowers_by", "1"))
        for one in self.circumstances.values():
            if one["unit"] != unit or one["stage"] != "confirmed":
                continue
            fact = one["fact"]
            kind = fact["kind"]
            is_barring = (kind == "criticism" and fact["level"] != "city"
                          or kind == "survey" and fact["result"] in ("ordinary", "poor"))
            if is_barring and kind in bars:
                best = max(best, bars[kind])
            if kind == "fraud":
                lowered = fraud
            serious = serious or kind == "major_problem" and fact.get("serious_effect", False)
        if vetoed:
            best = max([best, *bars.values()]) if bars else max(best, 2)
        if any(m["who"] == unit and m["lowers"] for m in self.misconduct.values()):
            lowered = max(lowered, fraud)
        return best, serious, lowered

    def stand(self, scheme, domain, units):
        """One row for each unit, in this order."""
        rows = []
        for unit in units:
            counted = [f for f in self.findings.values() if f["unit"] == unit and f["stage"] == "confirmed"
                       and scheme.takes(domain, f["branch"], f["value"])]
            indicator, vetoed = scheme.score(domain, counted)
            review = self.scores.get(unit)
            best, serious, lowered = self.bearing(scheme, unit, vetoed)
            rows.append({"unit": unit, "indicator": indicator, "review": review,
                         "total": scheme.publish(indicator, review or 0), "best": best, "serious": serious,
                         "lowered": lowered})
        for row, (rank, grade, questions) in zip(rows, scheme.grade(rows)):
            row.update(rank=rank, grade=grade, questions=questions)
        return rows


def fact_of(seq, body):
    return {"seq": seq, "unit": body.get("unit"), "branch": body["branch"], "value": parse_decimal(body["value"]),
            "case": body.get("case", ""), "stage": "recorded"}


class State:
    """Facts after the events taken so far; `take` may raise Differs, and KeyError or ValueError for an event that no act
    would have written."""

    def __init__(self):
        self.units, self.years = {}, {}
        self.evidence = set()
        self.published = 0
        self.last_day = None

    def take(self, event):
        act, body, seq = event["act"], event["body"], event["seq"]
        self.last_day = event["happened_on"]
        year = self.years.get(body.get("year"))
        handler = getattr(self, "act_" + act, None)
        if handler:
            handler(event, body, seq, year)
        if year:
            for document in [body["document"]] if "document" in body else body.get("documents", []):
                row = {"event": seq, "issued_on": event["happened_on"], "year": year.year}
                row.update((key, document[key]) for key in ("issuer", "kind", "no", "to") if key in document)
                year.documents.append(row)
        self._collect_evidence(body)
        if year and act in PUBLISHING and "version" in body:
            self._compare(year, seq, body["rows"])

    def _collect_evidence(self, body):
        """Every list under the keys `evidence` and `codes` that acts declare as hashes, in rows too."""
        for key, value in body.items():
            if key in EVIDENCE_KEYS and isinstance(value, list):
                self.evidence.update(value)
            elif isinstance(value, list):
                for row in value:
                    if isinstance(row, dict):
                        self._collect_evidence(row)

    # --- the register

    def act_enrol_unit(self, event, body, _seq, _year):
        self.units[body["unit"]] = {"periods": [(event["happened_on"], body["domain"])], "merged": False}

    def act_move_unit(self, event, body, _seq, _year):
        self.units[body["unit"]]["periods"].append((event["happened_on"], body["domain"]))

    def act_rename_unit(self, event, body, _seq, _year):
        periods = self.units[body["unit"]]["periods"]
        periods.append((event["happened_on"], periods[-1][1]))

    def act_merge_units(self, _event, body, _seq, _year):
        self.units[body["unit"]]["merged"] = True

    def act_exempt_unit(self, _event, body, _seq, year):
        year.exempt.add(body["unit"])

    # --- indicators

    def act_open_year(self, _event, body, _seq, _year):
        self.years[body["year"]] = Year(body["year"])

    def act_carry_forward(self, _event, body, seq, year):
        after = self.years[body["year"] + 1] = Year(body["year"] + 1)
        after.drafts[seq] = year.drafts[year.editions[-1][1]]

    def act_consolidate_indicators(self, _event, body, seq, year):
        year.drafts[seq] = body["files"]

    def act_issue_indicators(self, _event, body, _seq, year):
        year.editions.append((body["from"], body["draft"]))

    def act_decide_change(self, _event, body, seq, year):
        if body["answer"] == "grant":
            year.drafts[seq] = body["files"]
            year.editions.append((body["from"], seq))

    # --- findings

    def act_record_finding(self, _event, body, seq, year):
        year.findings[seq] = fact_of(seq, body)

    def act_confirm_finding(self, _event, body, _seq, year):
        year.findings[body["finding"]]["stage"] = "confirmed"

    def act_correct_finding(self, _event, body, _seq, year):
        finding = year.findings[body["finding"]]
        finding.update(fact_of(finding["seq"], dict(body, unit=finding["unit"])))

    def act_withdraw_finding(self, _event, body, _seq, year):
        year.findings[body["finding"]]["stage"] = "withdrawn"

    def act_answer_objection(self, _event, body, _seq, year):
        if body["answer"] == "upheld":
            year.findings[body["finding"]]["stage"] = "withdrawn"

    # --- the review

    def act_enter_review_score(self, _event, body, seq, year):
        year.entries[seq] = (body["unit"], parse_decimal(body["score"]))

    act_correct_review_score = act_enter_review_score

    def act_confirm_review_score(self, _event, body, _seq, year):
        unit, score = year.entries[body["entry"]]
        year.scores[unit] = score

    def act_close_ballot(self, _event, body, _seq, year):
        for row in body.get("scores", []):
            year.scores[row["unit"]] = parse_decimal(row["score"])

    act_enter_paper_count = act_close_ballot

    # --- circumstances and misconduct

    def act_record_circumstance(self, _event, body, seq, year):
        year.circumstances[seq] = {"unit": body["unit"], "fact": body, "stage": "recorded"}

    def act_confirm_circumstance(self, _event, body, _seq, year):
        year.circumstances[body["circumstance"]]["stage"] = "confirmed"

    def act_withdraw_circumstance(self, _event, body, _seq, year):
        year.circumstances[body["circumstance"]]["stage"] = "withdrawn"

    def act_record_misconduct(self, _event, body, seq, year):
        year.misconduct[seq] = {"who": body["who"], "of_unit": body["accused"] == "unit", "lowers": False}

    def act_decide_misconduct(self, _event, body, _seq, year):
        one = year.misconduct[body["misconduct"]]
        one["lowers"] = one["of_unit"] and body["sanction"] != "unfounded"

    # --- rechecks

    def act_request_recheck(self, _event, body, seq, year):
        year.rechecks[seq] = {"unit": body["unit"], "findings": [r["finding"] for r in body.get("findings", [])]}

    def act_decide_recheck(self, _event, body, _seq, year):
        recheck = year.rechecks[body["recheck"]]
        if body["ruling"] == "annul":
            for seq in recheck["findings"]:
                if year.findings[seq]["stage"] == "confirmed":
                    year.findings[seq]["stage"] = "withdrawn"
        if body["ruling"] == "change":
            for row in body.get("withdrawn", []):
                year.findings[row["finding"]]["stage"] = "withdrawn"
            for row in body.get("corrected", []):
                year.findings[row["finding"]]["value"] = parse_decimal(row["value"])
            if "review" in body:
                year.scores[recheck["unit"]] = parse_decimal(body["review"])

    act_decide_appeal = act_decide_recheck

    # --- results

    def participants(self, year, domain, day):
        for unit, one in sorted(self.units.items(), key=lambda item: item[0].encode()):
            periods = one["periods"]
            if periods[0][0] > day or one["merged"] or unit in year.exempt:
                continue
            now = [d for since, d in periods if since <= day][-1]
            if now == domain:
                yield unit

    def documents(self):
        return [d for _, year in sorted(self.years.items()) for d in year.documents]

    def results(self):
        out = []
        for _, year in sorted(self.years.items()):
            scheme = year.scheme(self.last_day)
            for domain in scheme.domains if scheme else []:
                for row in year.stand(scheme, domain, list(self.participants(year, domain, self.last_day))):
                    review = row["review"]
                    out.append({"domain": domain, "grade": row["grade"], "indicator": print_decimal(row["indicator"]),
                                "questions": row["questions"], "rank": row["rank"],
                                "review": None if review is None else print_decimal(review),
                                "total": print_decimal(row["total"]), "unit": row["unit"], "year": year.year})
        return out

    def _compare(self, year, seq, published):
        scheme = year.scheme(self.last_day)
        if scheme is None:
            raise ValueError("no edition")
        self.published += 1
        for domain in dict.fromkeys(row["domain"] for row in published):
            stated = [row for row in published if row["domain"] == domain]
            for row, is_now in zip(stated, year.stand(scheme, domain, [row["unit"] for row in stated])):
                computed = {"indicator": print_decimal(scheme.cut(is_now["indicator"])),
                            "review": print_decimal(scheme.cut(is_now["review"] or 0)),
                            "total": print_decimal(is_now["total"]), "rank": is_now["rank"], "grade": is_now["grade"]}
                if any(reason.get("text") for reason in row.get("reasons", [])):
                    del computed["grade"]  # people decided it
                for key, value in computed.items():
                    if row[key] != value:
                        raise Differs(f"event {seq}: {key} of {row['unit']} is {row[key]}, computed {value}")


# The acts whose event may carry a version of the result. Handing on the consequences names one, but publishes none.
PUBLISHING = {"publish_results", "decide_recheck", "decide_appeal", "decide_misconduct"}

# Lists of hashes of files. One-time codes of a ballot are hashes too, but of no file.
EVIDENCE_KEYS = {"evidence"}
