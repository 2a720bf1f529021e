#include "core/model/cohort_filter.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace neuraxis {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CohortFilter)
};

using Row = CohortIndex::Row;
using Condition = CohortFilter::Condition;
using Test = Condition::Test;
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

struct TestWord {
    Test test;
    const char* word;
};
constexpr TestWord testWords[] = {{Test::Is, "is"},       {Test::Not, "not"},        {Test::AtLeast, "at-least"},
                                  {Test::Above, "above"}, {Test::AtMost, "at-most"}, {Test::Below, "below"}};

CohortField wordField(const char* key, const QString& title,
                      std::function<QString(const CohortIndex&, const Row&)> word,
                      std::function<QString(const CohortIndex&, const QString&)> valueInWords = {},
                      const QStringList& fixedWords = {}) {
    return {QLatin1String(key), title, CohortField::Kind::Word, std::move(word), {}, {}, std::move(valueInWords), {},
            fixedWords};
}
CohortField numberField(const char* key, const QString& title, const QString& unit,
                        std::function<double(const Row&)> number) {
    return {QLatin1String(key), title, CohortField::Kind::Number, {}, std::move(number), {}, {}, unit};
}
template <class Named> QStringList keysOf(const std::vector<Named>& all) {
    QStringList keys;
    for (const Named& one : all) keys << one.key;
    return keys;
}
CohortField kindsField(const char* key, const QString& title, std::function<quint32(const Row&)> kinds) {
    return {QLatin1String(key),
            title,
            CohortField::Kind::Kinds,
            {},
            {},
            std::move(kinds),
            [](const CohortIndex&, const QString& value) {
                for (const ItemKind& kind : itemKinds())
                    if (kind.key == value) return kind.title;
                return value;
            },
            {},
            keysOf(itemKinds())};
}

QString endKey(FollowUp end) {
    switch (end) {
    case FollowUp::Ongoing: return QStringLiteral("followed");
    case FollowUp::Stopped: return QStringLiteral("stopped");
    case FollowUp::Died: return QStringLiteral("died");
    case FollowUp::NotKnown: break;
    }
    return {};
}

quint32 bitOf(const QString& kind) {
    for (std::size_t i = 0; i < itemKinds().size(); ++i)
        if (itemKinds()[i].key == kind) return 1U << i;
    return 0;
}

QString valueTitle(const CohortField& field, const CohortIndex& index, const QString& value) {
    if (field.valueInWords) return field.valueInWords(index, value);
    return value.isEmpty() ? Texts::tr("Not known") : value;
}

/// A condition made ready to be asked of many rows.
std::function<bool(const Row&)> testOf(const CohortIndex& index, const Condition& condition) {
    const CohortField* field = findCohortField(condition.field);
    if (!field || condition.values.isEmpty()) return {};
    if (condition.test == Test::Not) {
        const auto is = testOf(index, {condition.field, Test::Is, condition.values});
        if (!is) return {};
        return [is](const Row& row) { return !is(row); };
    }
    if (field->kind == CohortField::Kind::Number) {
        bool isNumber = false;
        const double bound = condition.values.first().toDouble(&isNumber);
        if (!isNumber) return {};
        switch (condition.test) {
        case Test::AtLeast: return [field, bound](const Row& row) { return field->number(row) >= bound; };
        case Test::Above: return [field, bound](const Row& row) { return field->number(row) > bound; };
        case Test::AtMost: return [field, bound](const Row& row) { return field->number(row) <= bound; };
        case Test::Below: return [field, bound](const Row& row) { return field->number(row) < bound; };
        default: return [field, bound](const Row& row) { return field->number(row) == bound; };
        }
    }
    if (field->kind == CohortField::Kind::Kinds) {
        quint32 wanted = 0;
        for (const QString& value : condition.values) wanted |= bitOf(value);
        return [field, wanted](const Row& row) { return (field->kinds(row) & wanted) == wanted; };
    }
    return [field, &index, values = condition.values](const Row& row) {
        return values.contains(field->word(index, row), Qt::CaseInsensitive);
    };
}

/// One number a row that sorts as the field's values do.
std::vector<double> sortKeys(const CohortIndex& index, const std::vector<int>& rows, const QString& key) {
    std::vector<double> keys(rows.size(), unknown);
    const auto each = [&](const auto& keyOf) {
        for (std::size_t i = 0; i < rows.size(); ++i) keys[i] = keyOf(index.row(rows[i]));
    };
    const CohortField* field = findCohortField(key);
    if (key == u"name") {
        each([](const Row& row) { return row.nameRank; });
    } else if (key == u"group") {
        each([](const Row& row) { return row.group; });
    } else if (key == u"quality") {
        each([](const Row& row) {
            const QString& q = row.quality;
            return q.isEmpty() ? unknown : q == u"failed" ? 2.0 : q == u"doubtful" ? 1.0 : 0.0;
        });
    } else if (key.startsWith(u"visit-")) {
        const auto visit = static_cast<std::size_t>(std::max(0, QStringView(key).mid(6).toInt() - 1));
        each([visit](const Row& row) {
            return visit < row.visits.size() ? row.visits[visit].monthsSinceOnset : unknown;
        });
    } else if (!field) {
        return keys;
    } else if (field->kind == CohortField::Kind::Number) {
        each(field->number);
    } else if (field->kind == CohortField::Kind::Kinds) {
        each([field](const Row& row) { return std::popcount(field->kinds(row)); });
    } else {
        QHash<QString, double> ranks;
        for (const int row : rows) ranks.insert(field->word(index, index.row(row)), unknown);
        QStringList words = ranks.keys();
        std::sort(words.begin(), words.end(), namesInOrder);
        for (qsizetype i = 0; i < words.size(); ++i)
            if (!words[i].isEmpty()) ranks[words[i]] = static_cast<double>(i);
        each([&](const Row& row) { return ranks.value(field->word(index, row)); });
    }
    return keys;
}

} // namespace

const std::vector<CohortField>& cohortFields() {
    static const std::vector<CohortField> all = {
        wordField("name", Texts::tr("Participant"),
                  [](const CohortIndex&, const Row& row) { return row.participant->name; }),
        wordField(
            "group", Texts::tr("Group"),
            [](const CohortIndex& index, const Row& row) { return index.groupOf(row).key; },
            [](const CohortIndex& index, const QString& value) {
                for (const auto& group : index.groups())
                    if (group.key == value) return group.title;
                return value;
            },
            keysOf(studyGroups())),
        wordField(
            "sex", Texts::tr("Sex"), [](const CohortIndex&, const Row& row) { return row.participant->sex; },
            [](const CohortIndex&, const QString& value) {
                return value.isEmpty() ? Texts::tr("Not known") : sexInWords(value);
            },
            {QStringLiteral("F"), QStringLiteral("M")}),
        numberField("age", Texts::tr("Age at first visit"), Texts::tr("years"),
                    [](const Row& row) { return row.visits.empty() ? unknown : row.visits.front().ageYears; }),
        wordField("genotype", Texts::tr("Genotype"),
                  [](const CohortIndex&, const Row& row) { return row.participant->genotype; }),
        wordField("onset-site", Texts::tr("Onset site"),
                  [](const CohortIndex&, const Row& row) { return row.participant->onsetSite; }),
        numberField("visits", Texts::tr("Visits"), {},
                    [](const Row& row) { return static_cast<double>(row.visits.size()); }),
        numberField("months", Texts::tr("Onset to first visit"), Texts::tr("months"),
                    [](const Row& row) { return row.visits.empty() ? unknown : row.visits.front().monthsSinceOnset; }),
        numberField("follow-up", Texts::tr("Follow-up"), Texts::tr("months"),
                    [](const Row& row) { return row.followUpMonths; }),
        wordField(
            "quality", Texts::tr("Quality"), [](const CohortIndex&, const Row& row) { return row.quality; },
            [](const CohortIndex&, const QString& value) { return qualityInWords(value); },
            {QStringLiteral("good"), QStringLiteral("doubtful"), QStringLiteral("failed")}),
        wordField(
            "end", Texts::tr("Status"), [](const CohortIndex&, const Row& row) { return endKey(row.end); },
            [](const CohortIndex&, const QString& value) {
                for (const FollowUp end : {FollowUp::Ongoing, FollowUp::Stopped, FollowUp::Died})
                    if (endKey(end) == value) return followUpInWords(end);
                return followUpInWords(FollowUp::NotKnown);
            },
            {endKey(FollowUp::Ongoing), endKey(FollowUp::Stopped), endKey(FollowUp::Died)}),
        kindsField("has", Texts::tr("Has"), [](const Row& row) { return row.kinds; }),
        kindsField("lacks", Texts::tr("Gap in"), [](const Row& row) { return row.gaps; }),
    };
    return all;
}

const CohortField* findCohortField(const QString& key) {
    for (const CohortField& field : cohortFields())
        if (field.key == key) return &field;
    return nullptr;
}

std::vector<std::pair<QString, int>> valuesOf(const CohortIndex& index, const CohortField& field) {
    std::vector<std::pair<QString, int>> values;
    if (field.kind == CohortField::Kind::Kinds) {
        for (const ItemKind& kind : itemKinds()) {
            int count = 0;
            for (const Row& row : index.rows()) count += (field.kinds(row) & bitOf(kind.key)) != 0;
            if (count > 0) values.emplace_back(kind.key, count);
        }
    } else if (field.key == u"group") {
        std::vector<int> counts(index.groups().size());
        for (const Row& row : index.rows()) ++counts[static_cast<std::size_t>(row.group)];
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (counts[i] > 0) values.emplace_back(index.groups()[i].key, counts[i]);
    } else if (field.kind == CohortField::Kind::Word) {
        QHash<QString, int> counts;
        for (const Row& row : index.rows()) ++counts[field.word(index, row)];
        for (auto at = counts.cbegin(); at != counts.cend(); ++at) values.emplace_back(at.key(), at.value());
        std::sort(values.begin(), values.end(), [](const auto& a, const auto& b) {
            if (a.first.isEmpty() != b.first.isEmpty()) return b.first.isEmpty();
            return a.second != b.second ? a.second > b.second : namesInOrder(a.first, b.first);
        });
    }
    return values;
}

QJsonObject CohortFilter::toJson() const {
    QJsonArray list;
    for (const Condition& condition : conditions)
        for (const auto& [test, word] : testWords)
            if (test == condition.test)
                list.append(QJsonObject{{QStringLiteral("field"), condition.field},
                                        {QStringLiteral("test"), QLatin1String(word)},
                                        {QStringLiteral("values"), QJsonArray::fromStringList(condition.values)}});
    return {{QStringLiteral("text"), text}, {QStringLiteral("conditions"), list}};
}

CohortFilter CohortFilter::fromJson(const QJsonObject& json) {
    CohortFilter filter;
    filter.text = json[u"text"].toString();
    const QJsonArray list = json[u"conditions"].toArray();
    for (const auto& one : list) {
        const QJsonObject object = one.toObject();
        Condition condition{object[u"field"].toString(), Test::Is, {}};
        const QJsonArray values = object[u"values"].toArray();
        for (const auto& value : values) condition.values += value.toString();
        for (const auto& [test, word] : testWords)
            if (findCohortField(condition.field) && object[u"test"].toString() == QLatin1String(word)) {
                condition.test = test;
                filter.conditions.push_back(condition);
            }
    }
    return filter;
}

QString inWords(const CohortFilter::Condition& condition, const CohortIndex& index) {
    const CohortField* field = findCohortField(condition.field);
    if (!field) return {};
    QStringList values;
    for (const QString& value : condition.values) values += valueTitle(*field, index, value);
    const QString joined = field->kind == CohortField::Kind::Kinds ? values.join(QStringLiteral(", "))
                                                                   : values.join(Texts::tr(" or ", "between values"));
    const QString amount = field->unit.isEmpty() ? joined : QStringLiteral("%1 %2").arg(joined, field->unit);
    switch (condition.test) {
    case Test::Not: return Texts::tr("%1: not %2").arg(field->title, amount);
    case Test::AtLeast: return Texts::tr("%1: at least %2").arg(field->title, amount);
    case Test::Above: return Texts::tr("%1: above %2").arg(field->title, amount);
    case Test::AtMost: return Texts::tr("%1: at most %2").arg(field->title, amount);
    case Test::Below: return Texts::tr("%1: below %2").arg(field->title, amount);
    case Test::Is: break;
    }
    return Texts::tr("%1: %2", "field: values").arg(field->title, amount);
}

std::vector<int> rowsOf(const CohortIndex& index, const CohortFilter& filter, const CohortOrder& order) {
    std::vector<std::function<bool(const Row&)>> tests;
    for (const Condition& condition : filter.conditions)
        if (auto test = testOf(index, condition)) tests.push_back(std::move(test));
    const QStringList words = filter.text.toLower().simplified().split(u' ', Qt::SkipEmptyParts);
    std::vector<int> rows;
    for (int number = 0; number < static_cast<int>(index.rows().size()); ++number) {
        const Row& row = index.row(number);
        const bool passes = std::all_of(words.begin(), words.end(),
                                        [&](const QString& word) {
                                            return row.words.contains(word) || row.sexWords.startsWith(word);
                                        }) &&
                            std::all_of(tests.begin(), tests.end(), [&](const auto& test) { return test(row); });
        if (passes) rows.push_back(number);
    }

    const std::vector<double> keys = sortKeys(index, rows, order.field);
    std::vector<std::size_t> places(rows.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        const double one = keys[a], other = keys[b];
        if (std::isnan(one) != std::isnan(other)) return std::isnan(other);
        if (one != other && !std::isnan(one)) return order.descending ? one > other : one < other;
        return index.row(rows[a]).nameRank < index.row(rows[b]).nameRank;
    });
    std::vector<int> sorted(rows.size());
    for (std::size_t i = 0; i < places.size(); ++i) sorted[i] = rows[places[i]];
    return sorted;
}

} // namespace neuraxis
