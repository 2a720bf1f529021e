#pragma once

#include <QMap>
#include <QRegularExpression>
#include <QString>
#include <optional>
#include <vector>

namespace neuraxis::study {

/// How a data set names what it holds: a pattern of the path from the data set's folder. {participant}, {visit}, {base}
/// and other words in braces stand for a part of a name and give it; twice the same word is twice the same part. * is
/// anything within a name, ** anything, ? one character; what stands in [ ] may be missing. A pattern of the format
/// "FreeSurfer" is of folders, others of files.
struct PathTemplate {
    QString kind;   ///< A key of itemKinds()
    QString format; ///< "NIfTI", "FreeSurfer", "CATO", "SCT" ...
    QString pattern;
    bool operator==(const PathTemplate&) const = default;
};

/// What a template says of a path.
struct PathMatch {
    QString kind, format, participant, visit; ///< visit is empty where the template has none
    QMap<QString, QString> more;              ///< Other words of the template: "base", "method", "pipeline"
};

/// Templates ready to be used; of several that match, the first tells.
class PathMatcher {
  public:
    /// Throws io::Error for a pattern that means nothing.
    explicit PathMatcher(std::vector<PathTemplate> templates);
    [[nodiscard]] std::optional<PathMatch> match(const QString& path) const;

  private:
    std::vector<PathTemplate> templates;
    std::vector<QRegularExpression> expressions;
};

/// Templates that are known: "BIDS", "BIDS of the cord", "BIDS derivatives", "FreeSurfer", "FreeSurfer longitudinal",
/// "CATO", "SCT".
std::vector<PathTemplate> presetTemplates(const QString& name);
QStringList presetNames();

/// Templates of a settings file: INI with a section for each, or JSON, {"templates": [...]}; each with kind, format
/// and pattern. Throws io::Error naming the file and the template.
std::vector<PathTemplate> readPathTemplates(const QString& file);
/// The names of a settings file that lies in a data set's folder and is read with it.
QStringList templateFileNames();

} // namespace neuraxis::study
