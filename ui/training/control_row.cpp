// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/control_row.h"

#include <QBoxLayout>

#include <algorithm>

namespace gavel::training {

using namespace widgets;

namespace {

constexpr int kLabelWidth = 88;
constexpr int kEditWidth = 64;
constexpr int kRestMs = 300;
/// A choice is shown until the market has had time to take it.
constexpr int kTakenMs = 600;

} // namespace

ControlRow::ControlRow(Scale scale, QWidget* parent)
    : QWidget(parent)
    , m_scale(std::move(scale))
    , m_label(new ElidedLabel(TextRole::Body, Token::T2))
    , m_slider(new QSlider(Qt::Horizontal))
    , m_edit(new QLineEdit)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    m_label->setFixedWidth(kLabelWidth);
    row->addWidget(m_label);
    row->addWidget(m_slider, 1);
    if (!m_scale.slider) {
        m_slider->hide();
        row->addStretch(1);
    }
    m_edit->setFixedSize(kEditWidth, space::kControlDense);
    m_edit->setAlignment(Qt::AlignRight);
    row->addWidget(m_edit);
    m_slider->setRange(m_scale.least, m_scale.most);
    m_slider->setSingleStep(m_scale.step);
    m_slider->setPageStep(m_scale.step * 5);
    m_rest.setSingleShot(true);
    m_taken.setSingleShot(true);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        const int stepped = value / m_scale.step * m_scale.step;
        m_edit->setText(m_scale.write(stepped));
        m_rest.start(kRestMs);
    });
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_slider->isSliderDown())
            m_rest.start(kRestMs);
        else
            choose(m_slider->value() / m_scale.step * m_scale.step);
    });
    connect(m_edit, &QLineEdit::editingFinished, this, &ControlRow::takeText);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_edit->setProperty("wrong", !m_scale.read(text).has_value());
        m_edit->update();
    });
}

void ControlRow::setText(const QString& text)
{
    m_label->setText(text);
    m_slider->setAccessibleName(text);
    m_edit->setAccessibleName(text);
}

bool ControlRow::isBusy() const
{
    return m_slider->isSliderDown() || m_rest.isActive() || m_taken.isActive()
        || (m_edit->hasFocus() && m_edit->isModified());
}

void ControlRow::setValue(int value)
{
    if (isBusy())
        return;
    m_value = value;
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(value);
    const QString text = m_scale.write(value);
    if (m_edit->text() != text)
        m_edit->setText(text);
}

void ControlRow::setDiffers(bool differs, const QString& scenarioWords)
{
    m_edit->setToolTip(scenarioWords);
    if (m_edit->property("differs").toBool() == differs)
        return;
    m_edit->setProperty("differs", differs);
    m_edit->setAccessibleDescription(differs ? scenarioWords : QString());
    m_edit->update();
}

void ControlRow::choose(int value)
{
    if (value == m_value)
        return;
    m_value = value;
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(value);
    m_edit->setText(m_scale.write(value));
    m_edit->setModified(false);
    m_taken.start(kTakenMs);
    Q_EMIT chosen(value);
}

/// A text that is no value gives way to the last one.
void ControlRow::takeText()
{
    const std::optional<int> value = m_scale.read(m_edit->text());
    const bool edited = m_edit->isModified();
    m_edit->setModified(false);
    m_edit->setProperty("wrong", false);
    if (!edited)
        return;
    if (value)
        choose(std::clamp(*value, m_scale.least, m_scale.most));
    m_edit->setText(m_scale.write(m_value));
}

} // namespace gavel::training
