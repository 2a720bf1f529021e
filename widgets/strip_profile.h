#pragma once

#include "core/model/cortex.h"

#include <QWidget>
#include <optional>

namespace neuraxis {

/// The motor-strip lens: a map along the precentral gyrus of both sides, from medial to lateral, with the parts of the
/// body and, where it is known, the controls' band. Moving over it or clicking tells of the vertex there.
class StripProfile : public QWidget {
    Q_OBJECT
  public:
    struct Point {
        double place = 0; ///< 0 medial to 1 lateral
        double value = 0; ///< Not a number: no data
        int vertices = 0;
        std::optional<std::uint32_t> vertex; ///< In the middle of those
        bool operator==(const Point&) const = default;
    };
    /// What most of the controls have, at the points' places.
    struct Band {
        std::vector<double> low, high;
        int controls = 0;
        bool operator==(const Band&) const = default;
    };
    struct Segment {
        QString title;
        double from = 0, to = 1;
        bool operator==(const Segment&) const = default;
    };
    struct Profile {
        std::array<std::vector<Point>, 2> sides; ///< By Side; empty where there is none
        std::array<Band, 2> bands;               ///< Empty where there is none
        std::vector<Segment> segments;
        QString title, unit; ///< "Thickness", "mm"
        bool operator==(const Profile&) const = default;
    };

    explicit StripProfile(QWidget* parent = nullptr);
    void setProfile(const Profile& profile);
    [[nodiscard]] const Profile& profile() const { return shown; }
    /// Instead of a profile, why there is none.
    void setSentence(const QString& why);
    /// How the axis is computed, told by a tool tip over it.
    void setAxisInWords(const QString& words);
    /// The place of the cursor on the surface, 0 to 1; nothing where it is not on the strip.
    void setMark(std::optional<double> place);
    /// How many controls the bands are of; empty without bands.
    [[nodiscard]] QString controlsInWords() const;
    /// Where a point is drawn, in the widget's coordinates.
    [[nodiscard]] QPointF place(double along, double value) const;
    [[nodiscard]] QSize sizeHint() const override { return {520, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {260, 140}; }

  Q_SIGNALS:
    /// The pointer is over the point of a side; the vertex is in its middle.
    void hovered(Side side, quint32 vertex, double place);
    void left();
    void chosen(Side side, quint32 vertex, double place);

  protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void leaveEvent(QEvent*) override;
    bool event(QEvent*) override;

  private:
    struct Found {
        Side side = Side::Left;
        const Point* point = nullptr;
    };
    void measure();
    void paintSegments(QPainter& painter) const;
    void paintAxes(QPainter& painter) const;
    void paintSide(QPainter& painter, Side side) const;
    void paintLegend(QPainter& painter) const;
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] Found nearest(const QPointF& pointer) const;
    [[nodiscard]] QColor colourOf(Side side) const;

    Profile shown;
    QString why, axisWords;
    double bottom = 0, top = 1;
    std::optional<double> mark;
    std::optional<QPointF> pointer; ///< While it is over the plot
};

} // namespace neuraxis
