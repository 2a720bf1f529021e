#pragma once

#include "core/model/cohort_index.h"

#include <QJsonObject>
#include <functional>

namespace neuraxis {

/// Something by which participants are filtered and sorted.
struct CohortField {
    enum class Kind { Word, Number, Kinds };
    QString key; ///< Fixed word: "group", "visits", "has" ...
    QString title;
    Kind kind;
    std::function<QString(const CohortIndex&, const CohortIndex::Row&)> word;  ///< Of a Word: its fixed word
    std::function<double(const CohortIndex::Row&)> number;                     ///< Not a number where it is not known
    std::function<quint32(const CohortIndex::Row&)> kinds;                     ///< Bits of itemKinds()
    std::function<QString(const CohortIndex&, const QString&)> valueInWords{}; ///< Of a fixed word, translated
    QString unit{};
    QStringList fixedWords{}; ///< That there are in every study; a Word without them has what the study has
};
const std::vector<CohortField>& cohortFields();
/// Null for a word that is no field.
const CohortField* findCohortField(const QString& key);
/// The different words of a field and how many participants have each, most first and
/// what is not known last; groups and kinds in their own order.
std::vector<std::pair<QString, int>> valuesOf(const CohortIndex& index, const CohortField& field);

/// What participants to show: every word of the text is found in them and all conditions hold. A plain value that is
/// kept by name as JSON.
struct CohortFilter {
    struct Condition {
        enum class Test {
            Is,  ///< One of the values; of kinds: all of them
            Not, ///< All that Is leaves out, what is not known too
            AtLeast,
            Above,
            AtMost,
            Below ///< Of numbers, by the first value
        };
        QString field; ///< Key of a CohortField
        Test test = Test::Is;
        QStringList values;
        bool operator==(const Condition&) const = default;
    };
    QString text;
    std::vector<Condition> conditions;
    bool operator==(const CohortFilter&) const = default;

    [[nodiscard]] bool isEmpty() const { return text.trimmed().isEmpty() && conditions.empty(); }
    [[nodiscard]] QJsonObject toJson() const;
    /// Conditions that this version does not know are left out.
    static CohortFilter fromJson(const QJsonObject& json);
};
/// "Group: ALS or PLS", "Visits: at least 3".
QString inWords(const CohortFilter::Condition& condition, const CohortIndex& index);

struct CohortOrder {
    QString field =
        QStringLiteral("name"); ///< Key of a CohortField, or "visit-1" ... for months since onset at a visit
    bool descending = false;
    bool operator==(const CohortOrder&) const = default;
};

/// Numbers of the rows that pass, in order. What has no value comes last either way; equal ones by name.
/// 10 ms for 50,000 participants on one core; reads only, on any thread.
std::vector<int> rowsOf(const CohortIndex& index, const CohortFilter& filter, const CohortOrder& order);

} // namespace neuraxis
