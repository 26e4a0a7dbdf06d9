"""Pages of one's own space."""

from django.urls import path

from community.wellbeing import views

app_name = "wellbeing"
urlpatterns = [
    path("me/plan/", views.plan, name="plan"),
    path("me/plan/<int:number>/", views.step, name="step"),
    path("me/plan/near/", views.near, name="near"),
    path("me/plan/save/", views.save, name="save"),
    path("me/plan/delete/", views.delete, name="delete"),
    path("me/calm/", views.calm, name="calm"),
]
