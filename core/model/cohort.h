#pragma once

#include <QDate>
#include <QMap>
#include <QRgb>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace neuraxis {

/// A group of participants, as tables, colours and counts name it.
struct StudyGroup {
    QString key;   ///< Fixed word: "ALS", "PSMA", "PLS", "mimic", "control", "familial-control"
    QString title; ///< Translated: "Familial controls"
    QRgb colour = 0;
    QStringList spellings; ///< Lower-case words that tables use for it
};
/// The study's six groups in the order they are told.
const std::vector<StudyGroup>& studyGroups();
/// By key or any spelling, whatever the case; null for another group, which keeps its own word.
const StudyGroup* findStudyGroup(const QString& word);
/// "F" or "M" for any spelling of them, English or Dutch; another word as it is.
QString sexOf(const QString& word);

/// Somebody who is studied, under a pseudonym. What is not known is empty.
struct Participant {
    QString uid;                             ///< Of this record, for ever the same
    QString name;                            ///< The pseudonym, of which a study has each once
    QString group, sex, genotype, onsetSite; ///< group: a key or another word; sex: "F", "M", other
    std::optional<double> birthYear;         ///< With a fraction where the month is known
    QDate onset;                             ///< Of symptoms
    QMap<QString, QString> more;             ///< Other columns of the tables, by their names
    bool operator==(const Participant&) const = default;
};

/// A day on which a participant was seen.
struct Visit {
    QString uid, participant;       ///< participant: a uid
    QString label;                  ///< "1", "ses-01": of which a participant has each once
    QDate date;                     ///< Invalid where it is not known
    std::optional<double> ageYears; ///< Where a table tells it; else worked out from birthYear and date
    QString quality;                ///< A fixed word: "", "good", "doubtful", "failed"
    QMap<QString, double> scores;   ///< "alsfrs-r.1" to "alsfrs-r.12", "alsfrs-r.5b", others by their column's name
    QMap<QString, QString> more;
    bool operator==(const Visit&) const = default;
};

constexpr double cappedAge = 89; ///< As BIDS has it: older people are written so, or they could be known by it
/// The age that was told of the participant and of no visit, as participants.tsv has it.
std::optional<double> toldAge(const Participant& participant);
constexpr int lastShiftedYear = 1925; ///< By BIDS; days that were shifted, so that they tell nobody, lie before its end
/// Whether a day is known and none that was shifted.
inline bool isRealDay(const QDate& day) { return day.isValid() && day.year() > lastShiftedYear; }
/// In years at the visit: as it was told, else by the year of birth and the date, where both are known.
std::optional<double> ageOf(const Participant& participant, const Visit& visit);

/// Kinds of what there can be at a visit.
struct ItemKind {
    QString key;   ///< Fixed word: "T1", "diffusion", "cord", "functional", "thickness", "connectome", "glucose" ...
    QString title; ///< Translated
    QString brief; ///< Two or three letters for a cell of the grid
};
const std::vector<ItemKind>& itemKinds();
/// The places in itemKinds() of the bits that are set.
std::vector<int> kindsIn(quint32 bits);

/// Something that exists of a visit and where it lies: an image series, surfaces, a connectome, a table of the cord.
/// Files stay where they are.
struct Item {
    QString uid, visit; ///< visit: a uid
    QString kind;       ///< A key of itemKinds(), or "other"
    QString format;     ///< "DICOM", "NIfTI", "FreeSurfer", "CATO", "SCT" ...
    QString name;       ///< What to call it: "sub-01_ses-1_T1w", a series' description
    QString root;       ///< Folder that moves as a whole: the data set's, the medium's
    QString path;       ///< Of the file, or the folder that holds all of it, from root
    QString identity;   ///< By which it is known again elsewhere: a series UID, or size and hash of its beginning
    QMap<QString, QString> more; ///< "base" of FreeSurfer's longitudinal stream, "method", "template" ...
    bool operator==(const Item&) const = default;
};

/// Something that happened to a participant.
struct StudyEvent {
    QString uid, participant; ///< participant: a uid
    QString kind;             ///< A fixed word: "NIV", "PEG", "tracheostomy", "death", or another
    QDate date;
    bool operator==(const StudyEvent&) const = default;
};

/// All of a study that its windows and tables show: whole vectors, in the order of names and of visit dates.
struct Cohort {
    QString name;           ///< Of the study
    bool simulated = false; ///< Said everywhere it is shown
    std::vector<Participant> participants;
    std::vector<Visit> visits;
    std::vector<Item> items;
    std::vector<StudyEvent> events;
    bool operator==(const Cohort&) const = default;
};

} // namespace neuraxis
