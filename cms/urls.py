"""What everybody may open: see `urls_person` for the pages of somebody who is signed in."""

from django.urls import path, re_path

from cms.views import checks, letters, reading, stories, ways

app_name = "cms"
urlpatterns = [
    path("find/", reading.search, name="search"),
    path("sitemap.xml", reading.sitemap, name="sitemap"),
    path("feed.xml", reading.feed, name="feed"),
    path("kept/", reading.kept_here, name="kept"),
    path("offline.js", reading.offline_worker, name="offline"),
    path("helpful/<number:page>/", reading.helpful, name="helpful"),
    path("letter/<number:page>/", letters.fill, name="letter"),
    path("your-story/<word:key>/", stories.story, name="story"),
    path("sign/<word:key>/", checks.sign, name="sign"),
    path("for/<number:number>/", ways.going_on, name="going-on"),
    path("what-stands-in-the-way/", ways.barriers, name="barriers"),
    path("what-stands-in-the-way/<slug:key>/", ways.barrier, name="barrier"),
    re_path(r"^((?:[\w\-]+/)*)$", reading.page, name="page"),
]
