#include "core/model/cohort_index.h"

#include "core/model/staging.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CohortIndex)
};

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

int badness(const QString& quality) {
    if (quality == u"failed") return 3;
    if (quality == u"doubtful") return 2;
    return quality.isEmpty() ? 0 : 1;
}

bool isDropOut(const QString& kind) {
    const QString lower = kind.toLower();
    for (const char* word : {"drop-out", "dropout", "withdrawal", "withdrawn", "lost to follow-up"})
        if (lower == QLatin1String(word)) return true;
    return false;
}

} // namespace

bool canBeOpened(const Item& item) {
    return !item.path.isEmpty() && (item.format == u"DICOM" || item.format == u"NIfTI" || item.format == u"FreeSurfer");
}

bool namesInOrder(const QString& one, const QString& other) {
    qsizetype i = 0, k = 0;
    while (i < one.size() && k < other.size()) {
        if (one[i].isDigit() && other[k].isDigit()) {
            while (i < one.size() && one[i] == u'0') ++i;
            while (k < other.size() && other[k] == u'0') ++k;
            qsizetype iEnd = i, kEnd = k;
            while (iEnd < one.size() && one[iEnd].isDigit()) ++iEnd;
            while (kEnd < other.size() && other[kEnd].isDigit()) ++kEnd;
            if (iEnd - i != kEnd - k) return iEnd - i < kEnd - k;
            for (; i < iEnd; ++i, ++k)
                if (one[i] != other[k]) return one[i] < other[k];
            continue;
        }
        const QChar a = one[i++].toCaseFolded(), b = other[k++].toCaseFolded();
        if (a != b) return a < b;
    }
    if (i < one.size() || k < other.size()) return k < other.size();
    return one < other; // "sub-01" and "sub-1"
}

QString qualityInWords(const QString& quality) {
    if (quality.isEmpty()) return Texts::tr("Not rated");
    if (quality == u"good") return Texts::tr("Good");
    if (quality == u"doubtful") return Texts::tr("Doubtful");
    if (quality == u"failed") return Texts::tr("Failed");
    return quality;
}

QString sexInWords(const QString& sex) {
    if (sex == u"F") return Texts::tr("Female");
    if (sex == u"M") return Texts::tr("Male");
    return sex;
}

QString followUpInWords(FollowUp end) {
    switch (end) {
    case FollowUp::Ongoing: return Texts::tr("Still followed");
    case FollowUp::Stopped: return Texts::tr("Follow-up stopped");
    case FollowUp::Died: return Texts::tr("Died");
    case FollowUp::NotKnown: break;
    }
    return Texts::tr("No dates");
}

CohortIndex::CohortIndex(std::shared_ptr<const Cohort> cohort) : source(std::move(cohort)) {
    takeParticipants();
    takeVisits();
    findGaps();
    for (Row& row : all) {
        finish(row);
        used |= row.kinds;
    }
}

void CohortIndex::takeParticipants() {
    for (const StudyGroup& group : studyGroups()) groupList.push_back({group.key, group.title, group.colour});
    all.resize(source->participants.size());
    byUid.reserve(static_cast<qsizetype>(all.size()));
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Participant& participant = source->participants[i];
        Row& row = all[i];
        row.participant = &participant;
        byUid.insert(participant.uid, static_cast<int>(i));
        const StudyGroup* known = findStudyGroup(participant.group);
        const QString key = known ? known->key : participant.group;
        auto at = std::find_if(groupList.begin(), groupList.end(), [&](const Group& g) { return g.key == key; });
        if (at == groupList.end())
            at = groupList.insert(groupList.end(), {key, key.isEmpty() ? Texts::tr("No group") : key, 0xff7a8699});
        row.group = static_cast<int>(at - groupList.begin());
    }
    std::vector<int> order(all.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](int a, int b) { return namesInOrder(row(a).participant->name, row(b).participant->name); });
    for (std::size_t i = 0; i < order.size(); ++i)
        all[static_cast<std::size_t>(order[i])].nameRank = static_cast<int>(i);
}

void CohortIndex::takeVisits() {
    QHash<QString, quint32> bits;
    for (std::size_t i = 0; i < itemKinds().size(); ++i) bits.insert(itemKinds()[i].key, 1U << i);
    struct Found {
        quint32 kinds = 0;
        std::vector<const Item*> images;
    };
    QHash<QString, Found> found;
    found.reserve(static_cast<qsizetype>(source->visits.size()));
    for (const Item& item : source->items) {
        Found& here = found[item.visit];
        here.kinds |= bits.value(item.kind, bits[u"other"_qs]);
        if (canBeOpened(item)) here.images.push_back(&item);
    }
    for (const Visit& visit : source->visits) {
        const int owner = rowOf(visit.participant);
        if (owner < 0) continue;
        Found here = found.take(visit.uid);
        all[static_cast<std::size_t>(owner)].visits.push_back(
            {&visit, unknown, unknown, unknown, here.kinds, 0, std::move(here.images)});
        if (visit.date.isValid() && (!last.isValid() || visit.date > last)) last = visit.date;
    }
    for (const StudyEvent& event : source->events) {
        const int owner = rowOf(event.participant);
        if (owner >= 0) all[static_cast<std::size_t>(owner)].events.push_back(event);
    }
    for (Row& row : all) {
        std::stable_sort(row.visits.begin(), row.visits.end(), [](const VisitRow& a, const VisitRow& b) {
            if (a.visit->date.isValid() != b.visit->date.isValid()) return a.visit->date.isValid();
            if (a.visit->date != b.visit->date) return a.visit->date < b.visit->date;
            return namesInOrder(a.visit->label, b.visit->label);
        });
        most = std::max(most, static_cast<int>(row.visits.size()));
    }
}

void CohortIndex::findGaps() {
    const std::size_t kinds = itemKinds().size() - 1; // of "other" nothing can be missing
    std::vector<std::vector<int>> counts(groupList.size(), std::vector<int>(kinds + 1));
    for (const Row& row : all)
        for (const VisitRow& visit : row.visits) {
            std::vector<int>& count = counts[static_cast<std::size_t>(row.group)];
            for (std::size_t i = 0; i < kinds; ++i) count[i] += (visit.kinds >> i) & 1U;
            ++count[kinds];
        }
    for (std::size_t group = 0; group < groupList.size(); ++group)
        for (std::size_t i = 0; i < kinds; ++i)
            if (counts[group][i] > 0 && 2 * counts[group][i] >= counts[group][kinds])
                groupList[group].usualKinds |= 1U << i;
    for (Row& row : all)
        for (VisitRow& visit : row.visits)
            visit.gaps = groupList[static_cast<std::size_t>(row.group)].usualKinds & ~visit.kinds;
}

void CohortIndex::finish(Row& row) const {
    const Participant& participant = *row.participant;
    QDate first, latest;
    for (VisitRow& visit : row.visits) {
        const QDate& date = visit.visit->date;
        if (date.isValid()) {
            if (!first.isValid()) first = date;
            latest = date;
            visit.monthsSinceFirst = monthsBetween(first, date);
            if (participant.onset.isValid()) visit.monthsSinceOnset = monthsBetween(participant.onset, date);
        }
        visit.ageYears = ageOf(participant, *visit.visit).value_or(unknown);
        row.kinds |= visit.kinds;
        row.hasImages |= !visit.images.empty();
        row.gaps |= visit.gaps;
        if (badness(visit.visit->quality) > badness(row.quality)) row.quality = visit.visit->quality;
    }
    row.from = first;
    row.to = latest;
    for (const StudyEvent& event : row.events) {
        if (!event.date.isValid()) continue;
        if (!row.from.isValid() || event.date < row.from) row.from = event.date;
        if (!row.to.isValid() || event.date > row.to) row.to = event.date;
    }
    if (!row.visits.empty() && !std::isfinite(row.visits.front().ageYears))
        row.visits.front().ageYears = toldAge(participant).value_or(unknown);
    row.followUpMonths = latest > first ? monthsBetween(first, latest) : unknown;
    if (isRealDay(latest)) // what was shifted says nothing of today
        row.end = monthsBetween(latest, last) < silentMonths ? FollowUp::Ongoing : FollowUp::Stopped;
    for (const StudyEvent& event : row.events)
        if (event.kind.compare(u"death", Qt::CaseInsensitive) == 0)
            row.end = FollowUp::Died;
        else if (row.end != FollowUp::Died && isDropOut(event.kind))
            row.end = FollowUp::Stopped;

    const Group& group = groupOf(row);
    QStringList words{participant.name, group.key, group.title, participant.genotype, participant.onsetSite};
    words += participant.more.values();
    row.words = words.join(u'\n').toLower();
    row.sexWords = sexInWords(participant.sex).toLower();
}

} // namespace neuraxis
