#pragma once

#include "core/model/cohort.h"

#include <QPen>
#include <QWidget>
#include <utility>

namespace neuraxis {

/// A participant among the study's groups: a dot for everybody, the participant as a marked one on a line, a panel for
/// each region. Groups of fewer people than a set number are not drawn.
class StripPlot : public QWidget {
    Q_OBJECT
  public:
    /// One region.
    struct Panel {
        QString title;                           ///< "Precentral, left"
        std::vector<std::vector<double>> groups; ///< Scores of everybody, by studyGroups(); none: not told
        double participant = 0;                  ///< Not a number: no score
        double limit =
            0; ///< How great a score must be, without its sign, for the false discovery rate; not a number: none
        bool operator==(const Panel&) const = default;
    };

    explicit StripPlot(QWidget* parent = nullptr);
    /// participantGroup: a key of studyGroups(), or another word, which then has the line alone. axisTitle: "w-score".
    /// level: the false discovery rate that the limits are of.
    void setPanels(std::vector<Panel> panels, const QString& participant, const QString& participantGroup,
                   const QString& axisTitle, double level = 0.05);
    /// Instead of a plot, why there is none.
    void setSentence(const QString& why);
    /// Where a score is drawn in a group's column of a panel, at its middle.
    [[nodiscard]] QPointF place(int panel, int group, double score) const;
    /// What is told of a place; "" where there is nothing.
    [[nodiscard]] QString wordsAt(const QPointF& place) const;
    [[nodiscard]] QSize sizeHint() const override { return {720, 300}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {360, 240}; }

  protected:
    void paintEvent(QPaintEvent*) override;
    bool event(QEvent*) override;

  private:
    void measure();
    void paintAxis(QPainter& painter) const;
    void paintPanel(QPainter& painter, int panel) const;
    void paintGroup(QPainter& painter, int panel, int group) const;
    void paintParticipant(QPainter& painter, int panel) const;
    void paintLegend(QPainter& painter) const;
    [[nodiscard]] QPen limitPen() const;
    [[nodiscard]] std::pair<double, double> panelSpan(int panel) const; ///< Left edge and width
    [[nodiscard]] QRectF panelArea(int panel) const;                    ///< Of its dots
    [[nodiscard]] QRectF columnOf(int panel, int group) const;
    [[nodiscard]] double yOf(double score) const;
    [[nodiscard]] bool isNarrow() const; ///< Groups' titles do not fit beside each other
    [[nodiscard]] double footHeight() const;

    std::vector<Panel> shown;
    QString name, axis, why;
    int ownGroup = -1;
    static constexpr int least = 5;
    double rate = 0.05;
    double bottom = -3, top = 3;
};

} // namespace neuraxis
