"""Scores and grades from the files of a scheme as a ledger carries them. Written from docs/reference/scoring.md and
docs/reference/bundle.md; shares no code with heng. All numbers are whole ten-thousandths.
"""
ONE = 10_000
ALL_POINTS = (2 ** 63 - 1) // 1024
GRADES = ["good", "fair", "ordinary", "poor"]
GRADES_ZH = ["好", "较好", "一般", "差"]


def parse_decimal(text):
    sign = -1 if text.startswith("-") else 1
    whole, _, places = text.lstrip("-").partition(".")
    if not whole.isdigit() or (places and not places.isdigit()) or len(places.rstrip("0")) > 4:
        raise ValueError(f"{text} is no decimal of four places")
    return sign * (int(whole) * ONE + int((places + "0000")[:4]))


def print_decimal(units):
    sign = "-" if units < 0 else ""
    whole, places = divmod(abs(units), ONE)
    text = f"{places:04}".rstrip("0")
    return f"{sign}{whole}" + (f".{text}" if text else "")


def divide(numerator, denominator, places, mode):
    """numerator / denominator in ten-thousandths, cut once to so many places; half_up rounds away from zero."""
    magnitude, scale = abs(numerator), 10 ** places
    quotient, rest = divmod(magnitude * scale, denominator)
    if (mode == "half_up" and 2 * rest >= denominator) or (mode == "up" and rest):
        quotient += 1
    quotient *= 10 ** (4 - places)
    return -quotient if numerator < 0 else quotient


class Rule:
    """A branch with everything that its task, clause and scheme say about it."""


def _whole_steps(rule, value):
    """What a counted or measured value costs before caps and floor."""
    quantity = max(rule.sign * value + rule.offset, 0)
    if rule.proportional:
        whole, rest = divmod(quantity, rule.step)
        share = divide(rest * rule.price, rule.step * ONE, 4, "half_up")
        return min(min(whole * rule.price, ALL_POINTS) + share, ALL_POINTS)
    return min(min(quantity // rule.step, rule.steps_max) * rule.price, ALL_POINTS)


class Table:
    """One domain's table, laid out for scoring."""

    def __init__(self, scheme, table):
        self.points = parse_decimal(table["points"])
        self.rules, self.limits, self.floors, self.tasks_with_zero = {}, [], [], []
        self.groups = 0
        settings = scheme["settings"]
        self.same_case = settings.get("same_case", "highest")
        self.floor_kind = settings.get("floor", "task")
        self.partial = settings.get("partial", "down")
        self.references = {r["branch"]: parse_decimal(r["value"]) for r in scheme.get("references", [])}
        for category in table.get("categories", []):
            if self.floor_kind == "category":
                self.floors.append(parse_decimal(category["points"]))
            for task in category.get("tasks", []):
                self._add_task(task)

    def _add_task(self, task):
        points = parse_decimal(task["points"])
        if self.floor_kind == "task":
            self.floors.append(points)
        clauses = task.get("clauses", [])
        has_zero = any(b.get("effect") == "zero" for c in clauses for b in c.get("branches", []))
        write_off = None
        if self.floor_kind != "task" and has_zero:
            self.tasks_with_zero.append(points)
            write_off = len(self.tasks_with_zero) - 1
        for clause in clauses:
            shared, groups = [], {}
            for branch in clause.get("branches", []):
                self._add_branch(points, branch, shared, groups, write_off)

    def _add_branch(self, task_points, branch, shared, groups, write_off):
        rule = Rule()
        rule.id, rule.index = branch["id"], len(self.rules)
        rule.effect = branch.get("effect", "deduct")
        rule.basis = branch.get("basis", "once")
        is_award = rule.effect == "award"
        partial = branch.get("partial", "down")
        partial = self.partial if partial == "down" else partial
        points = self._amount(task_points, branch, rule.effect)
        rule.step = parse_decimal(branch["step"]) if "step" in branch else ONE
        meaning, target = self._meaning(branch, rule.effect, rule.basis)
        rule.meaning, rule.points = meaning, points
        rule.points_max = (parse_decimal(branch["points_max"]) if "points_max" in branch
                           else ALL_POINTS if meaning == "points" else points)
        rule.limit = self._limit(task_points, branch, is_award, shared)
        rule.account = ("branch", rule.index)
        if rule.basis == "level":
            if is_award not in groups:
                groups[is_award] = self.groups
                self.groups += 1
            rule.account = ("group", groups[is_award])
        rule.floor = len(self.floors) - 1 if self.floors and not is_award else None
        rule.write_off = None if is_award else write_off
        self._tariff(rule, meaning, target, partial)
        self.rules[rule.id] = rule

    def _tariff(self, rule, meaning, target, partial):
        """What a value costs: whole steps of sign × value + offset, at most steps_max, at price each."""
        compared = rule.basis == "level" and rule.limit is not None
        most = self.limits[rule.limit] if compared else ALL_POINTS
        rule.sign, rule.offset, rule.proportional = 1, 0, False
        if meaning == "points":
            rule.step, rule.steps_max, rule.price = 1, most, 1
            return
        rule.price = min(rule.points, most)
        if rule.basis in ("once", "level"):
            rule.step, rule.steps_max = 1, 1
            return
        rule.steps_max = 2 ** 63 - 1
        if meaning == "measured":
            rule.sign = -1 if rule.basis == "shortfall" else 1
            rule.offset = target if rule.basis == "shortfall" else -target
        if partial == "up":
            rule.offset += rule.step - 1
        rule.proportional = partial == "proportional"

    @staticmethod
    def _amount(task_points, branch, effect):
        if effect == "zero":
            return task_points
        if effect == "void":
            return 0
        if "percent_of_task" in branch:
            percent = parse_decimal(branch["percent_of_task"])
            return divide(task_points * percent, 100 * ONE * ONE, 4, "half_up")
        return parse_decimal(branch["points"]) if "points" in branch else 0

    def _meaning(self, branch, effect, basis):
        """What the value of a finding is, and the target that a measure is held against."""
        has_amount = "points" in branch or "percent_of_task" in branch
        target = parse_decimal(branch["target"]["value"]) if "target" in branch else 0
        if effect in ("deduct", "award") and ("points_max" in branch or not has_amount):
            return "points", target
        if basis in ("once", "each"):
            return "count", target
        if basis == "level":
            return "level", target
        if "target" in branch:
            return "measured", target
        if branch["id"] in self.references:
            return "measured", self.references[branch["id"]]
        return "gap", 0

    def _limit(self, task_points, branch, is_award, shared):
        if "cap" not in branch:
            return None
        points = task_points if branch["cap"] == "task" else parse_decimal(branch["cap"])
        is_shared = branch.get("cap_shared") == "true"
        for known in shared:
            if is_shared and known[:2] == (is_award, points):
                return known[2]
        self.limits.append(points)
        index = len(self.limits) - 1
        if is_shared:
            shared.append((is_award, points, index))
        return index

    def takes(self, branch, value):
        """Whether a finding of this value can be said of the branch."""
        rule = self.rules.get(branch)
        most = 100_000_000 * ONE
        if rule is None or not -most <= value <= most:
            return False
        if rule.meaning == "measured":
            return True
        if rule.meaning == "points":
            return rule.points <= value <= min(rule.points_max, most)
        return value >= 0

    def _alone(self, finding):
        rule = self.rules[finding["branch"]]
        cost = _whole_steps(rule, finding["value"])
        if rule.limit is not None:
            cost = min(cost, self.limits[rule.limit])
        if rule.floor is not None:
            cost = min(cost, self.floors[rule.floor])
        return cost

    def _outweighs(self, a, b):
        costs = self._alone(a), self._alone(b)
        if costs[0] != costs[1]:
            return costs[0] > costs[1]
        rules = self.rules[a["branch"]], self.rules[b["branch"]]
        if rules[0].index != rules[1].index:
            return rules[0].index < rules[1].index
        return rules[0].basis == "each" and a["value"] > b["value"]

    def _standing(self, findings):
        """The findings without those whose case counts by another one."""
        if self.same_case == "every":
            return findings
        winners = {}

        def competes(finding):
            return finding["case"] and self.rules[finding["branch"]].effect in ("deduct", "zero")

        for i, finding in enumerate(findings):
            if competes(finding):
                best = winners.setdefault(finding["case"], i)
                if best != i and self._outweighs(finding, findings[best]):
                    winners[finding["case"]] = i
        return [f for i, f in enumerate(findings) if not competes(f) or winners[f["case"]] == i]

    def score(self, findings):
        """(indicator score, vetoed) of these findings in ledger order, each {branch, value, case}."""
        sheet = Sheet(self)
        for finding in self._standing(findings):
            sheet.apply(self.rules[finding["branch"]], finding["value"])
        return self.points - sheet.lost + sheet.gained, sheet.vetoed


class Sheet:
    def __init__(self, table):
        self.table = table
        self.sums, self.accounts = {}, {}
        self.limits, self.floors = list(table.limits), list(table.floors)
        self.written_off = [[0, 0] for _ in table.tasks_with_zero]  # lost, of that ahead of others
        self.lost = self.gained = 0
        self.vetoed = False

    def apply(self, rule, value):
        if rule.effect == "void":
            self.vetoed = self.vetoed or value > 0
            return
        adds_up = rule.basis == "each"
        total = min(value + (self.sums.get(rule.index, 0) if adds_up else 0), ALL_POINTS)
        self.sums[rule.index] = total
        standing = self.accounts.get(rule.account, 0)
        taken = max(_whole_steps(rule, total) - standing, 0)
        self.accounts[rule.account] = standing + taken
        if rule.limit is not None:
            taken = self._take(self.limits, rule.limit, taken)
        if rule.write_off is not None:
            taken = self._within_task(rule, taken)
        if rule.floor is not None:
            taken = self._take(self.floors, rule.floor, taken)
        if rule.write_off is not None:
            task = self.written_off[rule.write_off]
            task[0] += taken
            task[1] += taken if rule.effect == "zero" else 0
        if rule.effect == "award":
            self.gained += taken
        else:
            self.lost += taken

    @staticmethod
    def _take(left, index, wanted):
        taken = min(wanted, left[index])
        left[index] -= taken
        return taken

    def _within_task(self, rule, wanted):
        task = self.written_off[rule.write_off]
        if rule.effect == "zero":
            return min(wanted, max(self.table.tasks_with_zero[rule.write_off] - task[0], 0))
        already = min(wanted, task[1])
        task[1] -= already
        return wanted - already


class Scheme:
    """An edition: its tables, and how scores become totals, ranks and grades."""

    def __init__(self, files):
        merged, tables = {}, []
        for name in sorted(files, key=lambda n: n.encode()):
            for key, value in files[name].items():
                if key == "table":
                    tables.append(value)
                else:
                    merged[key] = value
        merged.setdefault("settings", {})
        self.merged = merged
        self.domains = [d["id"] for d in merged.get("domains", [])]
        self.names = {d["id"]: d["name"] for d in merged.get("domains", [])}
        self.tables = {t["domain"]: Table(merged, t) for t in tables}
        rounding = merged["settings"].get("rounding", {})
        self.places, self.mode = (4, "half_up") if rounding == "none" else (
            int(rounding.get("places", "2")), rounding.get("mode", "half_up"))

    def score(self, domain, findings):
        table = self.tables.get(domain)
        return table.score(findings) if table else (0, False)

    def takes(self, domain, branch, value):
        table = self.tables.get(domain)
        return table is not None and table.takes(branch, value)

    def publish(self, indicator, review):
        """The total, rounded once."""
        parts = self.merged["composition"]
        full = parse_decimal(parts.get("indicators_full", "100"))
        review_full = parse_decimal(parts.get("review_full", "100"))
        numerator = (indicator * parse_decimal(parts["indicators_percent"]) * review_full
                     + review * parse_decimal(parts["review_percent"]) * full)
        return divide(numerator, full * review_full * ONE, self.places, self.mode)

    def cut(self, value):
        return divide(value, ONE, self.places, self.mode)

    def bars(self):
        """Bar → the best grade that it leaves, 0 for 好 to 3 for 差."""
        return {b["id"]: _grade(b.get("best", "一般")) for b in self.merged.get("bars", [])}

    def grade(self, units):
        """(rank, grade, questions) of each unit of one domain, given as dictionaries {total, best, serious, lowered}."""
        return Grading(self.merged["grading"], units).outcomes() if units else []


def _grade(text):
    return (GRADES_ZH if text in GRADES_ZH else GRADES).index(text)


class Grading:
    def __init__(self, grading, units):
        self.grading, self.units, count = grading, units, len(units)
        totals = sorted((u["total"] for u in units), reverse=True)
        self.ties = {}
        for rank, total in enumerate(totals, 1):
            first, _ = self.ties.get(total, (rank, rank))
            self.ties[total] = (first, rank)
        self.quota = self._part(count, grading["quota_percent"], 100, grading.get("quota_rounding", "down"))
        self.band = count - self._part(count, grading.get("ordinary_band", "0"), 1, "down")
        self.candidates = count - self._part(count, grading.get("candidate_band", "0"), 1, "up")
        self.freed_to = 0
        if grading.get("freed_place", "decision") != "none":
            freed = sum(1 for u in units if self.ties[u["total"]][1] <= self.quota and not self._may_be_good(u))
            self.freed_to = self._last_to_fill(freed)

    @staticmethod
    def _part(count, share, whole, mode):
        return divide(count * parse_decimal(share), whole * ONE, 0, mode) // ONE

    @staticmethod
    def _may_be_good(unit):
        return unit["best"] == 0 and unit["lowered"] == 0

    def _last_to_fill(self, places):
        if places == 0:
            return 0
        filled = 0
        for total, (_, last) in sorted(self.ties.items(), reverse=True):
            if last <= self.quota:
                continue
            filled += sum(1 for u in self.units if u["total"] == total and self._may_be_good(u))
            if filled >= places:
                return last
        return len(self.units)

    def outcomes(self):
        return [self._outcome(unit) for unit in self.units]

    def _outcome(self, unit):
        first, last = self.ties[unit["total"]]
        is_last = last == len(self.units)
        several = len(self.ties) > 1
        grade, questions = self._by_rank(unit, first, last)
        grade = max(grade, unit["best"])
        if unit["serious"]:
            if is_last:
                grade = 3
            else:
                questions.add("serious_not_last")
        elif is_last and several:
            questions.add("last_rank")
        grade = min(grade + unit["lowered"], 3)
        if grade < 2 and last > self.candidates and several:
            questions.add("low_rank")
        order = ["tie_at_quota", "freed_place", "last_rank", "serious_not_last", "low_rank", "tie_at_band"]
        return first, GRADES[grade], [q for q in order if q in questions]

    def _by_rank(self, unit, first, last):
        grade, questions = 1, set()
        if first > self.band:
            grade = 2
        elif last > self.band:
            questions.add("tie_at_band")
        if unit["best"] == 0 and last <= self.quota:
            grade = 0
        if not self._may_be_good(unit) or last <= self.quota:
            return grade, questions
        if first <= self.quota:
            questions.add("tie_at_quota")
        elif last <= self.freed_to:
            if self.grading.get("freed_place", "decision") == "next" and first == last:
                grade = 0
            else:
                questions.add("freed_place")
        return grade, questions
