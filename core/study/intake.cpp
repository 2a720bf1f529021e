#include "core/study/intake.h"

#include "core/study/date_shift.h"
#include "core/study/intake_builder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <cmath>

namespace neuraxis::study {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(study)
};

void take(QString& into, const QString& found) {
    if (!found.isEmpty()) into = found;
}
void take(QDate& into, const QDate& found) {
    if (found.isValid()) into = found;
}
void take(std::optional<double>& into, const std::optional<double>& found) {
    if (found) into = found;
}
template <class Value> void take(QMap<QString, Value>& into, const QMap<QString, Value>& found) {
    for (auto it = found.begin(); it != found.end(); ++it) into[it.key()] = it.value();
}

void take(Participant& into, const Participant& found) {
    take(into.group, found.group);
    take(into.sex, found.sex);
    take(into.genotype, found.genotype);
    take(into.onsetSite, found.onsetSite);
    // A year with its month is not lost to one without
    if (!into.birthYear || (found.birthYear && std::floor(*found.birthYear) != *found.birthYear))
        take(into.birthYear, found.birthYear);
    take(into.onset, found.onset);
    take(into.more, found.more);
}

void take(Visit& into, const Visit& found) {
    take(into.date, found.date);
    take(into.ageYears, found.ageYears);
    take(into.quality, found.quality);
    take(into.scores, found.scores);
    take(into.more, found.more);
}

QString placeOf(const Item& item) { return QDir::cleanPath(item.root + u'/' + item.path); }

/// Whether an identity tells one file from others; that of an empty file does not.
bool tells(const QString& identity) { return !identity.isEmpty() && !identity.startsWith(QStringLiteral("0-")); }

void take(Item& into, const Item& found) {
    take(into.kind, found.kind);
    take(into.format, found.format);
    take(into.name, found.name);
    if (placeOf(into) != placeOf(found)) { // the same place from another root is no move
        into.root = found.root;
        into.path = found.path;
    }
    take(into.identity, found.identity);
    take(into.more, found.more);
}

double yearOf(const QDate& date) {
    return date.year() + (date.dayOfYear() - 1) / static_cast<double>(date.daysInYear());
}

/// Before the birth for sure, of which perhaps only the year is known.
bool isBeforeBirth(const QDate& date, const std::optional<double>& birthYear) {
    if (!date.isValid() || !birthYear) return false;
    const bool monthKnown = std::floor(*birthYear) != *birthYear;
    return monthKnown ? yearOf(date) < *birthYear - 1.0 / 12 : date.year() < *birthYear;
}

constexpr qint64 sameVisitDays = 31; // visits are three months apart or more

/// "1", "01" and "ses-01" are one visit.
bool sameLabel(const QString& a, const QString& b) {
    bool aCounts = false, bCounts = false;
    const int aNumber = plainLabel(a).toInt(&aCounts), bNumber = plainLabel(b).toInt(&bCounts);
    return aCounts && bCounts ? aNumber == bNumber : plainLabel(a) == plainLabel(b);
}

/// Kinds of which a participant has one.
bool happensOnce(const QString& kind) {
    return QStringList{QStringLiteral("NIV"), QStringLiteral("PEG"), QStringLiteral("tracheostomy"),
                       QStringLiteral("death")}
        .contains(kind);
}

/// The records of one participant in the study, as they become.
struct Known {
    Participant participant;
    std::vector<Visit> visits;
    QHash<QString, std::vector<Item>> items; ///< By visit
    std::vector<StudyEvent> events;
};

class Matching {
  public:
    Matching(const Cohort& study, QString who, QStringList& problems) : who(std::move(who)), problems(problems) {
        QHash<QString, QString> ofVisit; // participants' keys
        QHash<QString, QString> names;
        for (const Participant& p : study.participants) {
            names[p.uid] = plainName(p.name);
            known[plainName(p.name)].participant = p;
        }
        for (const Visit& v : study.visits)
            if (names.contains(v.participant)) {
                known[names[v.participant]].visits.push_back(v);
                ofVisit[v.uid] = names[v.participant];
            }
        for (const Item& i : study.items)
            if (ofVisit.contains(i.visit)) {
                known[ofVisit[i.visit]].items[i.visit].push_back(i);
                if (i.format == QStringLiteral("DICOM") && tells(i.identity)) seriesOf[i.identity] = ofVisit[i.visit];
            }
        for (const StudyEvent& e : study.events)
            if (names.contains(e.participant)) known[names[e.participant]].events.push_back(e);
    }

    std::vector<Change> changes(const Intake::FoundParticipant& found) {
        made.clear();
        const QString key = ownerOf(found);
        if (key.isEmpty()) {
            problems << Texts::tr("%1: there is no pseudonym. Give one.").arg(found.from);
            return {};
        }
        Participant before = known.contains(key) ? known[key].participant : Participant{};
        Participant after = before;
        take(after, found.participant);
        if (contradicts(before, found) || isBornLater(after, found) || isAnother(known.value(key), found)) return {};
        if (before.uid.isEmpty()) {
            after.name = key;
            after.uid = newUid();
        }
        Known& ours = known[key];
        ours.participant = after;
        change(QStringLiteral("participant"), after.uid, fieldsOf(before), fieldsOf(after));
        for (const Intake::FoundVisit* visit : inOrder(found.visits)) takeVisit(ours, *visit, found.from);
        for (const StudyEvent& event : found.events) takeEvent(ours, event, found.from);
        return std::move(made);
    }

  private:
    /// The name; one that was guessed and that the study does not know gives way to the owner of all its series.
    [[nodiscard]] QString ownerOf(const Intake::FoundParticipant& found) const {
        const QString name = plainName(found.participant.name);
        if (!found.isNameGuessed || known.contains(name)) return name;
        QSet<QString> owners;
        for (const Intake::FoundVisit& visit : found.visits)
            for (const Item& item : visit.items) owners.insert(seriesOf.value(item.identity));
        return owners.size() == 1 && !owners.begin()->isEmpty() ? *owners.begin() : name;
    }

    static QString whence(const QString& from, const Participant& p) {
        return from.isEmpty() ? p.name : QStringLiteral("%1 (%2)").arg(p.name, from);
    }

    void change(const QString& table, const QString& uid, const QVariantMap& before, const QVariantMap& after) {
        Change c = changeBetween(table, uid, before, after, now, who);
        if (!c.fields.isEmpty()) made.push_back(std::move(c));
    }

    bool contradicts(const Participant& before, const Intake::FoundParticipant& found) {
        const Participant& p = found.participant;
        if (!before.sex.isEmpty() && !p.sex.isEmpty() && before.sex != p.sex)
            problems << Texts::tr("Participant %1 has two sexes: %2 in the study, %3 here. Nothing of it was taken; "
                                  "these may be two people with one pseudonym.")
                            .arg(whence(found.from, p), before.sex, p.sex);
        else if (before.birthYear && p.birthYear && isOtherBirthYear(*before.birthYear, *p.birthYear))
            problems << Texts::tr("Participant %1 has another year of birth here than in the study. Nothing of it was "
                                  "taken; these may be two people with one pseudonym.")
                            .arg(whence(found.from, p));
        else
            return false;
        return true;
    }

    bool isBornLater(const Participant& after, const Intake::FoundParticipant& found) {
        if (!isBeforeBirth(after.onset, after.birthYear)) return false;
        problems << Texts::tr("Participant %1: the onset lies before the birth. Nothing of it was taken; correct the "
                              "dates.")
                        .arg(whence(found.from, found.participant));
        return true;
    }

    /// Whether an image of the same name lies in another BIDS data set with other contents: "sub-01" is in many of them.
    bool isAnother(const Known& ours, const Intake::FoundParticipant& found) {
        const auto isRaw = [](const Item& i) {
            static const QRegularExpression derived(QStringLiteral("_(desc|space|label|res)-"));
            return i.format == QStringLiteral("NIfTI") && i.path.startsWith(QStringLiteral("sub-")) &&
                   !i.path.contains(derived) && tells(i.identity);
        };
        QMultiHash<QString, const Item*> byPath;
        for (const std::vector<Item>& items : ours.items)
            for (const Item& item : items)
                if (isRaw(item)) byPath.insert(item.path, &item);
        for (const Intake::FoundVisit& visit : found.visits)
            for (const Item& item : visit.items) {
                if (!isRaw(item)) continue;
                const QList<const Item*> same = byPath.values(item.path);
                const auto differs = [&](const Item* i) {
                    return i->root != item.root && i->identity != item.identity && QFileInfo::exists(placeOf(*i));
                };
                if (same.isEmpty() || !std::all_of(same.begin(), same.end(), differs)) continue;
                problems << Texts::tr("Participant %1: %2 is in the study already, from another data set and with "
                                      "other contents. Nothing of this participant was taken; these may be two people "
                                      "with one pseudonym. If it is one, take the older data set away first.")
                                .arg(whence(found.from, found.participant), item.path);
                return true;
            }
        return false;
    }

    /// Those with a label first: what has only a date may belong to one of them.
    static std::vector<const Intake::FoundVisit*> inOrder(const std::vector<Intake::FoundVisit>& visits) {
        std::vector<const Intake::FoundVisit*> all;
        for (const auto& visit : visits) all.push_back(&visit);
        std::stable_sort(all.begin(), all.end(), [](const Intake::FoundVisit* a, const Intake::FoundVisit* b) {
            return std::pair(a->visit.label.isEmpty(), a->visit.date) <
                   std::pair(b->visit.label.isEmpty(), b->visit.date);
        });
        return all;
    }

    /// The place of the visit that is meant among ours; their number where it is a new one.
    static std::size_t matching(const Known& ours, const Visit& found) {
        const auto it = std::find_if(ours.visits.begin(), ours.visits.end(), [&](const Visit& v) {
            return found.label.isEmpty() ? v.date == found.date && found.date.isValid()
                                         : sameLabel(v.label, found.label);
        });
        return static_cast<std::size_t>(it - ours.visits.begin());
    }

    static QString numberFor(const Known& ours, const QDate& date) {
        auto number = 1 + std::count_if(ours.visits.begin(), ours.visits.end(),
                                        [&](const Visit& v) { return v.date.isValid() && v.date < date; });
        const auto isUsed = [&](const QString& label) {
            return std::any_of(ours.visits.begin(), ours.visits.end(),
                               [&](const Visit& v) { return sameLabel(v.label, label); });
        };
        while (isUsed(QString::number(number))) ++number;
        return QString::number(number);
    }

    void takeVisit(Known& ours, const Intake::FoundVisit& found, const QString& from) {
        const Participant& p = ours.participant;
        const QString told = found.from.isEmpty() ? from : found.from;
        if (found.visit.label.isEmpty() && !found.visit.date.isValid()) {
            problems << Texts::tr("Participant %1: a visit has neither a label nor a date. It was not taken.")
                            .arg(whence(told, p));
            return;
        }
        const std::size_t at = matching(ours, found.visit);
        const Visit before = at < ours.visits.size() ? ours.visits[at] : Visit{};
        QDate day = found.visit.date;
        const qint64 apart = before.date.isValid() && day.isValid() ? std::abs(before.date.daysTo(day)) : 0;
        const bool hasImages = !ours.items.value(before.uid).empty();
        if (apart > 0 && apart <= sameVisitDays && (found.items.empty() || !hasImages)) { // clinic and scanner
            if (found.items.empty()) day = before.date;
            const QString sentence =
                found.items.empty()
                    ? Texts::tr("Participant %1: visit %2 was %n day(s) from what the study has. The rest of it was "
                                "taken, the study's date stays.",
                                nullptr, static_cast<int>(apart))
                    : Texts::tr("Participant %1: visit %2 was %n day(s) from what the study had. It was taken, and has "
                                "the day of its images now.",
                                nullptr, static_cast<int>(apart));
            problems << sentence.arg(whence(told, p), before.label);
        } else if (apart > 0) {
            problems << Texts::tr("Participant %1: visit %2 has another date here (%3) than in the study (%4). It was "
                                  "not taken.")
                            .arg(whence(told, p), before.label, found.visit.date.toString(Qt::ISODate),
                                 before.date.toString(Qt::ISODate));
            return;
        }
        if (isBeforeBirth(found.visit.date, p.birthYear)) {
            problems << Texts::tr("Participant %1: the visit of %2 lies before the birth. It was not taken.")
                            .arg(whence(told, p), found.visit.date.toString(Qt::ISODate));
            return;
        }
        Visit after = before;
        take(after, found.visit);
        after.date = day.isValid() ? day : before.date;
        if (before.uid.isEmpty()) {
            after.uid = newUid();
            after.participant = p.uid;
            after.label =
                found.visit.label.isEmpty() ? numberFor(ours, found.visit.date) : plainLabel(found.visit.label);
            ours.visits.push_back(after);
        } else
            ours.visits[at] = after;
        change(QStringLiteral("visit"), after.uid, fieldsOf(before), fieldsOf(after));

        QSet<QString> places, used; // used: uids
        for (const Item& item : found.items) places.insert(placeOf(item));
        for (const Item& item : found.items) takeItem(ours, after, item, places, used, told);
    }

    /// Ours that is the same thing: at its place; else moved with its root; else moved by itself, from where nothing is
    /// found any more; a DICOM series even from another visit.
    static Item* sameThing(Known& ours, const QString& visit, const Item& item, const QSet<QString>& places,
                           const QSet<QString>& used) {
        std::vector<Item>& all = ours.items[visit];
        const auto search = [&](std::vector<Item>& among, const auto& isIt) -> Item* {
            for (Item& i : among)
                if (!used.contains(i.uid) && isIt(i)) return &i;
            return nullptr;
        };
        const auto isHere = [&](const Item& i) { return placeOf(i) == placeOf(item) && i.identity == item.identity; };
        const auto isChanged = [&](const Item& i) { return placeOf(i) == placeOf(item); };
        const auto movedWithRoot = [&](const Item& i) { return i.identity == item.identity && i.path == item.path; };
        const auto moved = [&](const Item& i) {
            return tells(i.identity) && i.identity == item.identity && !places.contains(placeOf(i));
        };
        if (item.format == QStringLiteral("DICOM")) { // one folder may hold many series
            const auto isSeries = [&](const Item& i) { return i.format == item.format && i.identity == item.identity; };
            for (std::vector<Item>& other : ours.items)
                if (Item* found = search(other, isSeries)) return found;
            return nullptr;
        }
        if (Item* found = search(all, isHere)) return found;
        if (Item* found = search(all, isChanged)) return found;
        if (Item* found = search(all, movedWithRoot)) return found;
        return search(all, moved);
    }

    void takeItem(Known& ours, const Visit& visit, const Item& found, const QSet<QString>& places, QSet<QString>& used,
                  const QString& from) {
        const QString key = plainName(ours.participant.name);
        if (found.format == QStringLiteral("DICOM") && tells(found.identity)) {
            const QString owner = seriesOf.value(found.identity, key);
            if (owner != key) {
                problems << Texts::tr("The series %1 of participant %2 is in the study already, of participant %3. It "
                                      "was not taken.")
                                .arg(found.name, whence(from, ours.participant), owner);
                return;
            }
            seriesOf[found.identity] = key;
        }
        Item* old = sameThing(ours, visit.uid, found, places, used);
        const Item before = old ? *old : Item{};
        Item after = before;
        take(after, found);
        after.visit = visit.uid;
        if (!old) after.uid = newUid();
        used.insert(after.uid);
        change(QStringLiteral("item"), after.uid, fieldsOf(before), fieldsOf(after));
        if (old && before.visit == after.visit)
            *old = after;
        else {
            if (old) std::erase_if(ours.items[before.visit], [&](const Item& i) { return i.uid == after.uid; });
            ours.items[visit.uid].push_back(after);
        }
    }

    void takeEvent(Known& ours, const StudyEvent& found, const QString& from) {
        if (found.kind.isEmpty() || !found.date.isValid()) return;
        const QString day = found.date.toString(Qt::ISODate);
        for (const StudyEvent& e : ours.events) {
            if (e.kind != found.kind) continue;
            if (e.date == found.date) return;
            if (!happensOnce(e.kind)) continue;
            problems << Texts::tr("Participant %1: %2 has another date here (%3) than before (%4). It was not taken.")
                            .arg(whence(from, ours.participant), e.kind, day, e.date.toString(Qt::ISODate));
            return;
        }
        if (isBeforeBirth(found.date, ours.participant.birthYear)) {
            problems << Texts::tr("Participant %1: %2 on %3 lies before the birth. It was not taken.")
                            .arg(whence(from, ours.participant), found.kind, day);
            return;
        }
        StudyEvent after = found;
        after.uid = newUid();
        after.participant = ours.participant.uid;
        ours.events.push_back(after);
        change(QStringLiteral("event"), after.uid, fieldsOf(StudyEvent{}), fieldsOf(after));
    }

    const QString who;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QStringList& problems;
    QHash<QString, Known> known;      ///< By plain name
    QHash<QString, QString> seriesOf; ///< Participants' plain names by DICOM series
    std::vector<Change> made;
};

} // namespace

std::vector<std::vector<Change>> changesFor(const Cohort& study, const Intake& found, const QString& who,
                                            QStringList& problems) {
    Matching matching(study, who, problems);
    std::vector<std::vector<Change>> all;
    for (const Intake::FoundParticipant& participant : found.participants)
        if (std::vector<Change> changes = matching.changes(participant); !changes.empty())
            all.push_back(std::move(changes));
    return all;
}

} // namespace neuraxis::study
